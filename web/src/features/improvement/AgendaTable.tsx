import { Link } from "@tanstack/react-router";
import { number } from "../../i18n/numbers.ts";
import { useWords } from "../../i18n/words.ts";
import { Phrases } from "../../ui/Phrases.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import type { Meeting } from "./agenda.ts";
import { words } from "./meeting_words.ts";

/** The agenda to read and to print. */
export function AgendaTable({ meeting }: { meeting: Meeting }) {
    const m = useWords(words);
    if (meeting.items.length === 0) return <p className="text-quiet">{m.agenda_none}</p>;
    return (
        <Scroll label={m.agenda} className="overflow-x-auto rounded-8 border border-line print:overflow-visible print:border-0">
            <table className="w-full text-table">
                <caption className="sr-only">{m.agenda}</caption>
                <thead>
                    <tr className="bg-solid-gray-50 text-left">
                        <th scope="col" className="w-10 whitespace-nowrap px-3 py-2 font-normal">
                            {m.no}
                        </th>
                        <th scope="col" className="whitespace-nowrap px-3 py-2 font-normal">
                            {m.at}
                        </th>
                        <th scope="col" className="min-w-48 px-3 py-2 font-normal">
                            {m.case}
                        </th>
                        <th scope="col" className="min-w-32 px-3 py-2 font-normal">
                            {m.section}
                        </th>
                        <th scope="col" className="min-w-24 whitespace-nowrap px-3 py-2 font-normal">
                            {m.presenter}
                        </th>
                        <th scope="col" className="px-3 py-2 text-right font-normal">
                            {m.hours}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {meeting.items.map((item) => (
                        <tr key={item.told.id} className="align-top">
                            <td className="tabular whitespace-nowrap border-line border-t px-3 py-2 text-right">{item.no}</td>
                            <td className="tabular whitespace-nowrap border-line border-t px-3 py-2">
                                {m.when(item.starts_at, item.ends_at)}
                            </td>
                            <th scope="row" className="border-line border-t px-3 py-2 text-left font-normal">
                                <Link to="/improvement/$case" params={{ case: String(item.told.id) }} className="link">
                                    {item.told.title}
                                </Link>
                            </th>
                            <td className="border-line border-t px-3 py-2">
                                <Phrases>{item.told.unit_name}</Phrases>
                            </td>
                            <td className="whitespace-nowrap border-line border-t px-3 py-2">{item.presenter}</td>
                            <td className="tabular whitespace-nowrap border-line border-t px-3 py-2 text-right">
                                {number(item.told.hours)}
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </Scroll>
    );
}
