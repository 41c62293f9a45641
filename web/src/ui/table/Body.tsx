import { useVirtualizer } from "@tanstack/react-virtual";
import { BodyRow } from "./BodyRow.tsx";
import type { Column } from "./columns.ts";
import { moveBetweenRows } from "./keys.ts";

export interface RowSelecting<Row> {
    selected: Readonly<Record<string, boolean | undefined>>;
    /** Must stay the same function from render to render. */
    toggle: (id: string, checked: boolean) => void;
    label: (row: Row, id: string) => string;
}

interface Props<Row> {
    rows: readonly { id: string; original: Row }[];
    /** Must stay the same array while the same columns are shown. */
    columns: readonly Column<Row>[];
    left: number;
    span: number;
    /** Only the rows in view stand in the page. */
    virtual: boolean;
    scroller: HTMLElement | null;
    selecting: RowSelecting<Row> | undefined;
}

const row_height = 40;

/** The rows. Scrolling draws this part again and nothing around it. */
export function Body<Row extends object>({ rows, columns, left, span, virtual, scroller, selecting }: Props<Row>) {
    const view = useVirtualizer<HTMLElement, HTMLTableRowElement>({
        count: rows.length,
        getScrollElement: () => scroller,
        estimateSize: () => row_height,
        overscan: 6,
        enabled: virtual,
        useFlushSync: false,
        // The observer brings the height once the row is laid out; asking for it earlier would lay out the page row by row.
        measureElement: (element, entry, { measurementsCache }) =>
            Math.round(
                entry?.borderBoxSize[0]?.blockSize ?? measurementsCache[Number(element.dataset.index)]?.size ?? row_height,
            ),
        getItemKey: (index) => rows[index]?.id ?? index,
    });
    const items = virtual ? view.getVirtualItems() : null;
    const before = items?.[0]?.start ?? 0;
    const after = items ? view.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
    const indices = items ? items.map(({ index }) => index) : rows.keys();
    return (
        <tbody onKeyDown={(event) => moveBetweenRows(event, (index) => virtual && view.scrollToIndex(index))}>
            {before > 0 && <Gap span={span} height={before} />}
            {[...indices].map((index) => {
                const row = rows[index];
                if (!row) return null;
                return (
                    <BodyRow
                        key={row.id}
                        id={row.id}
                        row={row.original}
                        index={index}
                        columns={columns}
                        left={left}
                        measure={virtual ? view.measureElement : undefined}
                        label={selecting?.label(row.original, row.id)}
                        checked={selecting?.selected[row.id] ?? false}
                        onToggle={selecting?.toggle}
                    />
                );
            })}
            {after > 0 && <Gap span={span} height={after} />}
        </tbody>
    );
}

/** Stands for the rows out of view. */
function Gap({ span, height }: { span: number; height: number }) {
    return (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
        <tr aria-hidden="true">
            <td colSpan={span} style={{ height, padding: 0 }} />
        </tr>
    );
}
