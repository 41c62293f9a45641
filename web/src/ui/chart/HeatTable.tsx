import type { ReactNode } from "react";
import { useWords } from "../../i18n/words.ts";
import { classes } from "../classes.ts";
import { Phrases } from "../Phrases.tsx";
import { Scroll } from "../Scroll.tsx";
import { words } from "../words.ts";
import { heatStep, type Share } from "./share.ts";

interface Props {
    /** What the table shows, for readers and as the heading on paper. */
    caption: string;
    /** What a row is: 「所属」. */
    corner: string;
    columns: readonly { code: string; name: string; link?: ReactNode }[];
    rows: readonly { key: string | number; name: string; link?: ReactNode; aside?: ReactNode; cells: readonly Share[] }[];
    /** What a cell shows: the share in percent, or how many are missing. */
    show?: "share" | "missing";
    onCell?: (row: number, column: number) => void;
}

/** The look of each `heatStep`, from nothing to everybody; text on each is at least 7:1, and step 1 and 2 carry a hatch. */
export const heat_looks = [
    "bg-paper text-quiet",
    "bg-orange-100 text-ink hatch",
    "bg-yellow-100 text-ink hatch",
    "bg-blue-50 text-ink",
    "bg-blue-200 text-ink",
    "bg-blue-900 text-white",
] as const;

/** Rows × columns, coloured by how much of what is needed is there. It is a table itself: the figure stands in every cell. */
export function HeatTable({ caption, corner, columns, rows, show = "share", onCell }: Props) {
    const m = useWords(words);
    return (
        <Scroll
            label={caption}
            className="w-fit max-w-full max-h-[max(24rem,calc(100dvh-14rem))] overflow-auto rounded-8 border border-line print:max-h-none print:overflow-visible"
        >
            <table className="text-[0.875rem] leading-snug print:text-[8pt]">
                <caption className="sr-only print:not-sr-only print:text-left print:font-bold">{caption}</caption>
                <thead>
                    <tr>
                        <th
                            scope="col"
                            className="sticky top-0 left-0 z-20 min-w-36 print:static print:min-w-28 border-line-strong border-b bg-solid-gray-50 px-3 py-2 text-left align-bottom sm:min-w-48"
                        >
                            {corner}
                        </th>
                        {columns.map((column) => (
                            <th
                                key={column.code}
                                scope="col"
                                className="sticky top-0 z-10 w-24 min-w-24 border-line-strong border-b bg-solid-gray-50 px-0.5 py-2 print:static print:w-auto print:min-w-0 print:text-[7pt] tracking-normal text-center align-bottom font-normal text-[0.8125rem]"
                            >
                                {column.link ?? <Phrases>{column.name}</Phrases>}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {rows.map((row, at) => (
                        <tr key={row.key}>
                            <th
                                scope="row"
                                className="sticky left-0 z-[5] min-w-36 print:static print:min-w-28 border-line border-r border-b bg-paper px-3 py-1.5 text-left font-normal sm:min-w-48"
                            >
                                {row.link ?? <Phrases>{row.name}</Phrases>}
                                {row.aside && <span className="block text-[0.8125rem] text-quiet">{row.aside}</span>}
                            </th>
                            {row.cells.map((cell, index) => (
                                <td
                                    key={columns[index]?.code ?? index}
                                    className={classes(
                                        "tabular h-10 whitespace-nowrap border-paper border-r border-b p-0 text-center",
                                        heat_looks[heatStep(cell)],
                                    )}
                                >
                                    <Cell
                                        cell={cell}
                                        show={show}
                                        says={cell.needed ? m.held_of(cell.held, cell.needed) : m.no_need}
                                        onPress={onCell && (() => onCell(at, index))}
                                    />
                                </td>
                            ))}
                        </tr>
                    ))}
                </tbody>
            </table>
        </Scroll>
    );
}

function Cell({ cell, show, says, onPress }: { cell: Share; show: "share" | "missing"; says: string; onPress?: () => void }) {
    const text =
        cell.needed === 0 ? "·" : show === "share" ? Math.floor((cell.held / cell.needed) * 100) : cell.needed - cell.held;
    const content = (
        <>
            <span aria-hidden="true" className="inline-block rounded-4 bg-inherit px-1">
                {text}
                {cell.needed > 0 && show === "share" && <span className="text-[0.6875rem]">%</span>}
            </span>
            <span className="sr-only">{says}</span>
        </>
    );
    if (!onPress || cell.needed === 0) return <span title={says}>{content}</span>;
    return (
        <button type="button" title={says} onClick={onPress} className="h-10 w-full cursor-pointer hover:underline">
            {content}
        </button>
    );
}
