import type { ReactNode } from "react";
import { number } from "../../i18n/numbers.ts";
import { useWords } from "../../i18n/words.ts";
import { classes } from "../../ui/classes.ts";
import { Phrases } from "../../ui/Phrases.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { meanText, share_looks, shareStep, shareText } from "./results.ts";
import { words } from "./words.ts";

export interface ShareRow {
    key: string;
    name: string;
    answered: number;
    /** In the order of the columns; none of a row that is not shown. */
    cells: readonly { count: number; share: number }[];
    mean: number | null;
    /** Instead of the figures. */
    hidden?: ReactNode;
}

interface Props {
    caption: string;
    /** What a row is. */
    corner: string;
    columns: readonly { code: string; name: string }[];
    rows: readonly ShareRow[];
}

/** Shares in a table, darker the larger; the figures stand in every cell. */
export function ShareTable({ caption, corner, columns, rows }: Props) {
    const m = useWords(words);
    const means = rows.some(({ mean }) => mean !== null);
    const head = "border-line-strong border-b bg-solid-gray-50 px-2 py-2 align-bottom font-normal text-[0.8125rem]";
    return (
        <Scroll label={caption} className="w-fit max-w-full overflow-x-auto rounded-8 border border-line print:overflow-visible">
            <table className="text-[0.875rem] leading-snug print:text-[8pt]">
                <caption className="sr-only">{caption}</caption>
                <thead>
                    <tr>
                        <th
                            scope="col"
                            className={classes(head, "sticky left-0 z-10 min-w-36 text-left print:static sm:min-w-48")}
                        >
                            {corner}
                        </th>
                        <th scope="col" className={classes(head, "whitespace-nowrap text-right")}>
                            {m.answered}
                        </th>
                        {columns.map(({ code, name }) => (
                            <th key={code} scope="col" className={classes(head, "w-24 min-w-20 text-center print:min-w-0")}>
                                <Phrases>{name}</Phrases>
                            </th>
                        ))}
                        {means && (
                            <th scope="col" className={classes(head, "whitespace-nowrap text-right")}>
                                {m.mean}
                            </th>
                        )}
                    </tr>
                </thead>
                <tbody>
                    {rows.map((row) => (
                        <tr key={row.key}>
                            <th
                                scope="row"
                                className="sticky left-0 z-[5] border-line border-r border-b bg-paper px-3 py-1.5 text-left font-normal print:static"
                            >
                                <Phrases>{row.name}</Phrases>
                            </th>
                            {row.hidden ? (
                                <td
                                    colSpan={columns.length + (means ? 2 : 1)}
                                    className="hatch h-10 border-line border-b bg-solid-gray-50 px-3 text-center"
                                >
                                    {row.hidden}
                                </td>
                            ) : (
                                <>
                                    <td className="tabular border-line border-b px-2 text-right">{number(row.answered)}</td>
                                    {row.cells.map((cell, index) => (
                                        <td
                                            key={columns[index]?.code ?? index}
                                            className={classes(
                                                "tabular h-10 whitespace-nowrap border-paper border-r border-b px-2 text-center",
                                                share_looks[shareStep(cell.share)],
                                            )}
                                        >
                                            {shareText(cell.share)}
                                            <span className="ml-1 text-[0.75rem]">({number(cell.count)})</span>
                                        </td>
                                    ))}
                                    {means && (
                                        <td className="tabular border-line border-b px-2 text-right">
                                            {row.mean === null ? "" : meanText(row.mean)}
                                        </td>
                                    )}
                                </>
                            )}
                        </tr>
                    ))}
                </tbody>
            </table>
        </Scroll>
    );
}
