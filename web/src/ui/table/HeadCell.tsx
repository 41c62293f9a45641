import { useWords } from "../../i18n/words.ts";
import { classes } from "../classes.ts";
import { Icon } from "../Icon.tsx";
import { words } from "../words.ts";
import type { Column, Order } from "./columns.ts";

interface Props<Row> {
    column: Column<Row>;
    order: Order | null;
    pinned: boolean;
    left: number;
    onSort: (key: string) => void;
}

export function HeadCell<Row>({ column, order, pinned, left, onSort }: Props<Row>) {
    const m = useWords(words);
    const mine = order?.key === column.key ? order : null;
    const sortable = column.sortable ?? true;
    return (
        <th
            scope="col"
            aria-sort={mine ? (mine.descending ? "descending" : "ascending") : undefined}
            style={pinned ? { left } : undefined}
            className={classes(
                "sticky top-0 border-line-strong border-b bg-solid-gray-50 px-3 py-2 print:static print:px-1.5 text-left align-bottom font-bold leading-tight",
                pinned ? "z-20" : "z-10",
                column.numeric && "text-right",
            )}
        >
            {sortable ? (
                <button
                    type="button"
                    title={m.sort_by(column.head)}
                    onClick={() => onSort(column.key)}
                    className={classes(
                        "inline-flex cursor-pointer items-center gap-0.5 text-left font-bold hover:underline print:contents",
                        column.numeric && "flex-row-reverse text-right",
                    )}
                >
                    {column.head}
                    <Icon
                        name={mine ? (mine.descending ? "down" : "up") : "sort"}
                        size={14}
                        className={mine ? "text-primary" : "no-print text-solid-gray-536"}
                    />
                </button>
            ) : (
                column.head
            )}
        </th>
    );
}
