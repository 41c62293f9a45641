import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useWords } from "../../i18n/words.ts";
import { buttonLook, Button as KitButton } from "../Button.tsx";
import { Checkbox } from "../Checkbox.tsx";
import { Icon } from "../Icon.tsx";
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
        <DialogTrigger>
            <Button className={buttonLook("quiet", "small")}>
                <Icon name="columns" size={18} />
                {m.columns}
            </Button>
            <Popover placement="bottom end" className="rounded-8 border border-line bg-paper p-4 shadow-2">
                <Dialog aria-label={m.columns} className="max-h-[60dvh] overflow-y-auto text-table outline-none">
                    {columns.slice(1).map((column) => (
                        <Checkbox key={column.key} checked={visibility[column.key] ?? true} onChange={() => onToggle(column)}>
                            {column.head}
                        </Checkbox>
                    ))}
                    <KitButton look="quiet" size="small" onPress={onReset} className="mt-2">
                        {m.columns_reset}
                    </KitButton>
                </Dialog>
            </Popover>
        </DialogTrigger>
    );
}
