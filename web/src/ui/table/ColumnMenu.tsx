import { useWords } from "../../i18n/words.ts";
import { Button, buttonLook } from "../Button.tsx";
import { Checkbox } from "../Checkbox.tsx";
import { Icon } from "../Icon.tsx";
import { Popup } from "../Popup.tsx";
import { words } from "../words.ts";
import type { Column } from "./columns.ts";

interface Props<Row> {
    columns: readonly Column<Row>[];
    visibility: Readonly<Record<string, boolean>>;
    onToggle: (column: Column<Row>) => void;
    onReset: () => void;
}

export function ColumnMenu<Row>({ columns, visibility, onToggle, onReset }: Props<Row>) {
    const m = useWords(words);
    return (
        <Popup
            face={
                <>
                    <Icon name="columns" size={18} />
                    {m.columns}
                </>
            }
            look={buttonLook("quiet", "small")}
            label={m.columns}
            className="text-table"
        >
            {columns.slice(1).map((column) => (
                <Checkbox key={column.key} checked={visibility[column.key] ?? true} onChange={() => onToggle(column)}>
                    {column.head}
                </Checkbox>
            ))}
            <Button look="quiet" size="small" onPress={onReset} className="mt-2">
                {m.columns_reset}
            </Button>
        </Popup>
    );
}
