import { memo } from "react";
import { number } from "../../i18n/numbers.ts";
import { Checkbox } from "../Checkbox.tsx";
import { classes } from "../classes.ts";
import type { Column } from "./columns.ts";

const said = (value: string | number | null) => (typeof value === "number" ? number(value) : value);

interface Props<Row> {
    id: string;
    row: Row;
    index: number;
    columns: readonly Column<Row>[];
    left: number;
    measure: ((element: HTMLTableRowElement | null) => void) | undefined;
    /** With `onToggle` the row has a check box of this name. */
    label: string | undefined;
    checked: boolean;
    onToggle: ((id: string, checked: boolean) => void) | undefined;
}

function Row<R>({ id, row, index, columns, left, measure, label, checked, onToggle }: Props<R>) {
    const ground = checked ? "bg-blue-50" : "bg-paper group-hover:bg-wash";
    return (
        <tr ref={measure} data-index={index} aria-rowindex={index + 2} className="group h-10 print:h-auto">
            {onToggle && (
                <td className={classes("no-print sticky left-0 z-[5] border-line border-b px-3 text-center", ground)}>
                    <Checkbox label={label} checked={checked} onChange={(next) => onToggle(id, next)} />
                </td>
            )}
            {columns.map((column, at) => {
                const content = column.cell ? column.cell(row) : said(column.value(row));
                const look = classes(
                    "border-line border-b px-3 py-1.5 align-middle print:px-1.5 print:py-0.5",
                    ground,
                    column.numeric && "text-right tabular",
                );
                return at === 0 ? (
                    <th
                        key={column.key}
                        scope="row"
                        style={{ left }}
                        className={classes(look, "sticky z-[5] text-left font-normal print:static")}
                    >
                        {content}
                    </th>
                ) : (
                    <td key={column.key} className={look}>
                        {content}
                    </td>
                );
            })}
        </tr>
    );
}

export const BodyRow = memo(Row) as typeof Row;
