import { type ReactNode, useId } from "react";
import { useWords } from "../../i18n/words.ts";
import { Scroll } from "../Scroll.tsx";
import { words } from "../words.ts";

export interface FigureTable {
    head: readonly string[];
    /** The first of each row names it. */
    rows: readonly (readonly (string | number)[])[];
}

interface Props {
    title: string;
    /** What the picture says, in one sentence; read out in its place. */
    says: string;
    /** The same figures as a table. A picture without it does not compile. */
    table: FigureTable;
    /** A `Why`. */
    why?: ReactNode;
    children: ReactNode;
    /** The page's heading says the title already. */
    quiet?: boolean;
}

export function Figure({ title, says, table, why, children, quiet }: Props) {
    const m = useWords(words);
    const id = useId();
    return (
        <figure aria-labelledby={id} className="keep-together">
            <figcaption id={id} className={quiet ? "sr-only" : "mb-2 font-bold"}>
                {title}
            </figcaption>
            {why && <div className="mb-2">{why}</div>}
            <p className="sr-only">{says}</p>
            {children}
            <details className="no-print mt-2 text-table">
                <summary className="inline-block cursor-pointer rounded-4 text-primary underline underline-offset-4">
                    {m.as_table}
                </summary>
                <Scroll label={title} className="mt-2 max-h-96 overflow-auto">
                    <table>
                        <caption className="sr-only">{title}</caption>
                        <thead>
                            <tr>
                                {table.head.map((head, index) => (
                                    <th
                                        key={head}
                                        scope="col"
                                        className={`border-line-strong border-b px-3 py-1.5 ${index ? "text-right" : "text-left"}`}
                                    >
                                        {head}
                                    </th>
                                ))}
                            </tr>
                        </thead>
                        <tbody>
                            {table.rows.map(([name, ...values]) => (
                                <tr key={name}>
                                    <th scope="row" className="border-line border-b px-3 py-1.5 text-left font-normal">
                                        {name}
                                    </th>
                                    {values.map((value, index) => (
                                        // biome-ignore lint/suspicious/noArrayIndexKey: a figure's columns do not move
                                        <td key={index} className="tabular border-line border-b px-3 py-1.5 text-right">
                                            {value}
                                        </td>
                                    ))}
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </Scroll>
            </details>
        </figure>
    );
}
