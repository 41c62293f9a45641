import {
    columnVisibilityFeature,
    createSortedRowModel,
    type RowSelectionState,
    rowSelectionFeature,
    rowSortingFeature,
    tableFeatures,
    useTable,
} from "@tanstack/react-table";
import { type CSSProperties, type ReactNode, useCallback, useMemo, useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../Button.tsx";
import { Checkbox } from "../Checkbox.tsx";
import { classes } from "../classes.ts";
import { EmptyState } from "../EmptyState.tsx";
import { Scroll } from "../Scroll.tsx";
import { useFilters } from "../useFilters.ts";
import { words } from "../words.ts";
import { Body } from "./Body.tsx";
import { type Column, compareValues, headWidth, nextOrder, orderFrom } from "./columns.ts";
import { HeadCell } from "./HeadCell.tsx";
import { TableTools } from "./TableTools.tsx";
import { useColumnChoice } from "./useColumnChoice.ts";
import { usePrinting } from "./usePrinting.ts";

export interface DataTableProps<Row> {
    /** Under this name the columns are remembered; a second table on a page also puts it before `sort` in the address. */
    name: string;
    /** Says what the table holds; read by readers, printed on paper. */
    caption: string;
    rows: readonly Row[];
    columns: readonly Column<Row>[];
    rowKey: (row: Row) => string | number;
    /** Names a row for readers, beside its check box. */
    rowName?: (row: Row) => string;
    /** The server has sorted already, upwards: headings only change the address. */
    sortedByServer?: boolean;
    /** The name of the order in the address, `sort` unless said otherwise. */
    sortParam?: string;
    /** With it rows can be selected; gets what is selected and how to let go. */
    bulk?: (keys: readonly string[], done: () => void) => ReactNode;
    /** The address of the spreadsheet: 「Excelで開く」. */
    excel?: string;
    printable?: boolean;
    tools?: ReactNode;
    /** Shown instead of an empty table; 「条件に合うものがありません」 when left out. */
    empty?: ReactNode;
    /** How many there are in all when `rows` is only a page of them. */
    total?: number;
}

const features = tableFeatures({
    rowSortingFeature,
    columnVisibilityFeature,
    rowSelectionFeature,
    sortedRowModel: createSortedRowModel(),
});

// Up to here every row stands in the page; beyond, only those in view.
const all_at_once = 80;
const select_width = 44;

/** A width for the screen only: paper divides itself. */
const wide = (pixels: number) => ({ "--wide": `${pixels}px` }) as CSSProperties;

export function DataTable<Row extends object>(props: DataTableProps<Row>) {
    const { name, caption, rows, columns, rowKey, rowName, sortedByServer = false, sortParam = "sort", bulk, total } = props;
    const m = useWords(words);
    const [filters, setFilters] = useFilters([sortParam]);
    const asked = orderFrom(filters[sortParam] ?? "");
    const order = sortedByServer && asked?.descending ? null : asked;
    const choice = useColumnChoice(name, columns);
    const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
    const [scroller, setScroller] = useState<HTMLElement | null>(null);
    const printing = usePrinting();

    const defined = useMemo(
        () =>
            columns.map((column) => ({
                id: column.key,
                accessorFn: column.value,
                sortFn: (a: { original: Row }, b: { original: Row }) =>
                    compareValues(column.value(a.original), column.value(b.original)),
            })),
        [columns],
    );
    const table = useTable({
        features,
        data: rows,
        columns: defined,
        getRowId: (row) => String(rowKey(row)),
        manualSorting: sortedByServer,
        enableRowSelection: Boolean(bulk),
        onRowSelectionChange: setRowSelection,
        state: {
            sorting: order && columns.some(({ key }) => key === order.key) ? [{ id: order.key, desc: order.descending }] : [],
            columnVisibility: choice.visibility,
            rowSelection,
        },
    });

    // The same array as long as the same columns are shown, so that scrolling does not draw rows anew.
    const shown_keys = columns.filter(({ key }) => choice.visibility[key]).map(({ key }) => key);
    const shown_name = shown_keys.join(" ");
    const shown = useMemo(() => columns.filter(({ key }) => shown_name.split(" ").includes(key)), [columns, shown_name]);
    const ordered = table.getRowModel().rows;
    const virtual = ordered.length > all_at_once && !printing;
    const toggle = useCallback((id: string, checked: boolean) => {
        setRowSelection(({ [id]: _, ...others }) => (checked ? { ...others, [id]: true } : others));
    }, []);

    const selected = Object.keys(rowSelection).filter((key) => rowSelection[key]);
    const release = () => setRowSelection({});
    const span = shown.length + (bulk ? 1 : 0);
    const widthOf = (column: Column<Row>, index: number) =>
        Math.max(column.width ?? (index === 0 ? 200 : column.numeric ? 96 : 140), headWidth(column.head));
    const wanted = shown.reduce((sum, column, index) => sum + widthOf(column, index), bulk ? select_width : 0);

    return (
        <div>
            {(rows.length > 0 || !props.empty) && <TableTools {...props} count={total ?? rows.length} choice={choice} />}
            {bulk && selected.length > 0 && (
                <div
                    role="status"
                    className="no-print sticky top-0 z-30 mb-2 flex flex-wrap items-center gap-3 rounded-8 bg-primary-wash px-4 py-2"
                >
                    <strong className="tabular">{m.selected(selected.length)}</strong>
                    {bulk(selected, release)}
                    <Button look="quiet" size="small" onPress={release}>
                        {m.unselect}
                    </Button>
                </div>
            )}
            {rows.length === 0 ? (
                (props.empty ?? <EmptyState title={m.nothing_matches}>{m.nothing_matches_hint}</EmptyState>)
            ) : (
                <Scroll
                    ref={setScroller}
                    label={caption}
                    className={classes(
                        "overflow-x-auto rounded-8 border border-line print:overflow-visible",
                        virtual && "contain-content max-h-[max(24rem,calc(100dvh-19rem))] overflow-y-auto print:max-h-none",
                    )}
                >
                    <table
                        aria-rowcount={ordered.length + 1}
                        style={wide(wanted)}
                        className="w-full table-fixed text-table not-print:min-w-(--wide) print:table-auto print:text-[9pt] print:[overflow-wrap:break-word] print:[word-break:auto-phrase]"
                    >
                        <caption className="sr-only print:not-sr-only print:mb-2 print:text-left print:font-bold">
                            {caption}
                        </caption>
                        <colgroup>
                            {bulk && <col className="no-print" style={{ width: select_width }} />}
                            {shown.map((column, index) => (
                                <col
                                    key={column.key}
                                    style={wide(widthOf(column, index))}
                                    className={classes(
                                        "not-print:w-(--wide)",
                                        index === 0 && shown.length > 4 && "print:w-[24%]",
                                    )}
                                />
                            ))}
                        </colgroup>
                        <thead>
                            <tr aria-rowindex={1}>
                                {bulk && (
                                    <th
                                        scope="col"
                                        className="no-print sticky top-0 left-0 z-20 border-line-strong border-b bg-solid-gray-50 px-3 text-center"
                                    >
                                        <Checkbox
                                            label={m.select_all}
                                            checked={table.getIsAllRowsSelected()}
                                            mixed={table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()}
                                            onChange={(checked) => table.toggleAllRowsSelected(checked)}
                                        />
                                    </th>
                                )}
                                {shown.map((column, index) => (
                                    <HeadCell
                                        key={column.key}
                                        column={column}
                                        order={order}
                                        pinned={index === 0}
                                        left={bulk ? select_width : 0}
                                        onSort={(key) => setFilters({ [sortParam]: nextOrder(order, key, sortedByServer) })}
                                    />
                                ))}
                            </tr>
                        </thead>
                        <Body<Row>
                            rows={ordered}
                            columns={shown}
                            left={bulk ? select_width : 0}
                            span={span}
                            virtual={virtual}
                            scroller={scroller}
                            selecting={
                                bulk && { selected: rowSelection, toggle, label: (row, id) => m.select_row(rowName?.(row) ?? id) }
                            }
                        />
                    </table>
                </Scroll>
            )}
        </div>
    );
}
