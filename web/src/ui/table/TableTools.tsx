import type { ReactNode } from "react";
import { useWords } from "../../i18n/words.ts";
import { Button, buttonLook } from "../Button.tsx";
import { Icon } from "../Icon.tsx";
import { words } from "../words.ts";
import { ColumnMenu } from "./ColumnMenu.tsx";
import type { Column } from "./columns.ts";
import type { useColumnChoice } from "./useColumnChoice.ts";

interface Props<Row> {
    columns: readonly Column<Row>[];
    count: number;
    choice: ReturnType<typeof useColumnChoice<Row>>;
    excel?: string;
    printable?: boolean;
    tools?: ReactNode;
}

export function TableTools<Row>({ columns, count, choice, excel, printable = true, tools }: Props<Row>) {
    const m = useWords(words);
    return (
        <div className="no-print mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span role="status" className="tabular text-table">
                {m.rows(count)}
            </span>
            <div className="flex flex-wrap items-center gap-1">
                {tools}
                {columns.length > 3 && (
                    <ColumnMenu
                        columns={columns}
                        visibility={choice.visibility}
                        onToggle={choice.toggle}
                        onReset={choice.reset}
                    />
                )}
                {excel && (
                    <a href={excel} download className={buttonLook("quiet", "small")}>
                        <Icon name="download" size={18} />
                        {m.excel}
                    </a>
                )}
                {printable && (
                    <Button look="quiet" size="small" icon="print" onPress={() => window.print()}>
                        {m.print}
                    </Button>
                )}
            </div>
        </div>
    );
}
