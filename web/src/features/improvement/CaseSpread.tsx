import { Link } from "@tanstack/react-router";
import { number } from "../../i18n/numbers.ts";
import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { type Case, status_tones } from "./cases.ts";
import { words as flow_words } from "./flow_words.ts";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

/** Who has adopted it, with the effect each of them had, and the way to do the same. */
export function CaseSpread({ shown }: { shown: Case }) {
    const m = useWords(words);
    const f = useWords(flow_words);
    const { adopted_by, spread } = shown;
    return (
        <>
            {spread.sections > 1 ? (
                <p>{m.spread_lead(spread.sections, f.hours_of(spread.hours))}</p>
            ) : (
                <p className="text-quiet">{m.spread_none}</p>
            )}
            {adopted_by.length > 0 && <Adopters shown={shown} />}
            {shown.may_adopt && (
                <p className="no-print">
                    <LinkButton to="/improvement/new" search={{ case: String(shown.id) } as never}>
                        {m.adopt}
                    </LinkButton>
                </p>
            )}
        </>
    );
}

function Adopters({ shown: { adopted_by } }: { shown: Case }) {
    const m = useWords(words);
    const t = useWords(terms);
    return (
        <Scroll label={m.spread_table} className="overflow-x-auto rounded-8 border border-line print:overflow-visible">
            <table className="w-full text-table print:text-[8.5pt]">
                <caption className="sr-only">{m.spread_table}</caption>
                <thead>
                    <tr className="bg-solid-gray-50">
                        <th scope="col" className="min-w-36 px-3 py-1.5 text-left font-normal print:py-0.5">
                            {m.section}
                        </th>
                        <th scope="col" className="min-w-40 px-3 py-1.5 text-left font-normal print:py-0.5">
                            {m.case}
                        </th>
                        <th scope="col" className="px-3 py-1.5 text-left font-normal print:py-0.5">
                            {m.stage}
                        </th>
                        <th scope="col" className="px-3 py-1.5 text-right font-normal print:py-0.5">
                            {m.hours}
                        </th>
                        <th scope="col" className="px-3 py-1.5 text-right font-normal print:py-0.5">
                            {m.yen}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {adopted_by.map(({ id, title, unit_name, stage, status, hours, yen }) => (
                        <tr key={id}>
                            <th scope="row" className="border-line border-t px-3 py-1.5 text-left font-normal print:py-0.5">
                                <Phrases>{unit_name}</Phrases>
                            </th>
                            <td className="border-line border-t px-3 py-1.5 print:py-0.5">
                                <Link to="/improvement/$case" params={{ case: String(id) }} className="link">
                                    {title}
                                </Link>
                            </td>
                            <td className="whitespace-nowrap border-line border-t px-3 py-1.5 print:py-0.5">
                                {t.stage[stage]} <Badge tone={status_tones[status]}>{t.status[status]}</Badge>
                            </td>
                            <td className="tabular whitespace-nowrap border-line border-t px-3 py-1.5 text-right print:py-0.5">
                                {number(hours)}
                            </td>
                            <td className="tabular whitespace-nowrap border-line border-t px-3 py-1.5 text-right print:py-0.5">
                                {yen == null ? "–" : number(yen)}
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </Scroll>
    );
}
