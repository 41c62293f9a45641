import { number } from "../../i18n/numbers.ts";
import { useWords } from "../../i18n/words.ts";
import { Scroll } from "../../ui/Scroll.tsx";
import { hoursOf, type Step } from "./flow.ts";
import { words } from "./flow_words.ts";

/** The steps of one side with the hours each takes in a year. */
export function FlowTable({ title, steps }: { title: string; steps: readonly Step[] }) {
    const m = useWords(words);
    const heads = [m.minutes, m.people, m.times, m.hours];
    return (
        <Scroll label={title} className="overflow-x-auto rounded-8 border border-line print:overflow-visible">
            <table className="w-full text-table print:text-[8pt]">
                <caption className="px-3 pt-2 text-left font-bold print:px-1.5 print:pt-1">{title}</caption>
                <thead>
                    <tr>
                        <th
                            scope="col"
                            className="min-w-28 border-line-strong border-b px-3 py-1 text-left font-normal print:px-1.5"
                        >
                            {m.step}
                        </th>
                        {heads.map((head) => (
                            <th
                                key={head}
                                scope="col"
                                className="w-16 whitespace-nowrap border-line-strong border-b px-1.5 py-1 text-right font-normal last:pr-3 text-quiet text-sm print:py-0.5 print:text-[7.5pt]"
                            >
                                {head}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {steps.map((step, index) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: steps are a sequence, two may be alike
                        <tr key={index}>
                            <th
                                scope="row"
                                className="border-line border-b px-3 py-1 text-left font-normal print:px-1.5 print:py-px"
                            >
                                {step.name}
                            </th>
                            {[step.minutes, step.people, step.times, hoursOf([step])].map((figure, at) => (
                                <td
                                    key={heads[at]}
                                    className="tabular whitespace-nowrap border-line border-b px-1.5 py-1 text-right last:pr-3 print:py-px"
                                >
                                    {number(figure)}
                                </td>
                            ))}
                        </tr>
                    ))}
                </tbody>
                <tfoot>
                    <tr className="font-bold">
                        <th scope="row" colSpan={4} className="px-3 py-1.5 text-left print:px-1.5 print:py-px">
                            {m.total}
                        </th>
                        <td className="tabular whitespace-nowrap px-1.5 py-1.5 text-right last:pr-3 print:py-px">
                            {number(hoursOf(steps))}
                        </td>
                    </tr>
                </tfoot>
            </table>
        </Scroll>
    );
}
