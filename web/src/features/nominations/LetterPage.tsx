import { useParams } from "@tanstack/react-router";
import { use } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { longDate } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { paperOf } from "./nominations.ts";
import { PaperSheet } from "./PaperSheet.tsx";
import { termText } from "./term.ts";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

type Sheet = Schema<"SectionSheet">;

/** 推薦書: what a section has answered, as it is printed and filed. */
export function LetterPage() {
    const { round, unit } = useParams({ strict: false });
    const sheet = api.useQuery("get", "/nominations/{round}/sections/{unit}", {
        params: { path: { round: Number(round), unit: Number(unit) } },
    });
    return <Ask query={sheet}>{(found) => <Found sheet={found} />}</Ask>;
}

function Found({ sheet }: { sheet: Sheet }) {
    const m = useWords(words);
    const pair = usePair();
    const { round, section } = sheet;
    const title = m.letter_title[paperOf(round.route)];
    return (
        <div data-print="alone">
            <div className="no-print">
                <PageHead
                    title={title}
                    path={[
                        { label: m.title, to: "/training/nominations" },
                        {
                            label: pair(sheet.title.ja, sheet.title.en),
                            to: `/training/nominations/${round.id}/sections/${section.unit}`,
                        },
                    ]}
                    action={
                        section.answered_at && (
                            <Button look="primary" icon="print" onPress={() => window.print()}>
                                {m.print}
                            </Button>
                        )
                    }
                >
                    {section.unit_name}
                </PageHead>
            </div>
            {section.answered_at ? (
                <Letter sheet={sheet} title={title} answered_at={section.answered_at} />
            ) : (
                <EmptyState title={m.letter_empty}>{m.letter_empty_hint}</EmptyState>
            )}
        </div>
    );
}

function Letter({ sheet, title, answered_at }: { sheet: Sheet; title: string; answered_at: string }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const { round, section } = sheet;
    const role = pair(round.role_name, round.role_name_en);
    const named = sheet.candidates.filter(({ status }) => status !== null && status !== "withdrawn" && status !== "declined");
    return (
        <PaperSheet title={title} label={title}>
            <p className="text-right">{longDate(answered_at.slice(0, 10), language)}</p>
            <p className="mt-6">{m.letter_to(pair(round.city, round.city_en))}</p>
            <p className="mt-4 text-right">{section.unit_path}</p>
            {section.head && (
                <p className="text-right">
                    {section.head.stands_above && `${section.head.unit_name} `}
                    {m.letter_head} {section.head.name}
                </p>
            )}
            <p className="mt-10 leading-loose">
                {named.length > 0 ? m.letter_text(role, t.route[round.route]) : m.letter_none(role)}
            </p>
            {named.length > 0 ? (
                <>
                    <p className="mt-6 text-center">{m.letter_below}</p>
                    <Names named={named} label={title} />
                </>
            ) : (
                <p className="mt-4">
                    {m.reason}: {section.reason}
                </p>
            )}
            <p className="mt-6">
                {m.term}: {termText(round, language, m)}
            </p>
        </PaperSheet>
    );
}

function Names({ named, label }: { named: Sheet["candidates"]; label: string }) {
    const m = useWords(words);
    const cell = "border border-line-strong px-2 py-1.5 text-left align-top";
    const short = `${cell} whitespace-nowrap`;
    return (
        <Scroll label={label} className="mt-4 overflow-x-auto print:overflow-visible">
            <table className="w-full border-collapse">
                <thead>
                    <tr>
                        {[m.order, m.staff_no, m.name, m.unit, m.rank, m.reason].map((head) => (
                            <th key={head} scope="col" className={short}>
                                {head}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {named.map((one, index) => (
                        <tr key={one.staff}>
                            <td className={`${short} tabular`}>{index + 1}</td>
                            <td className={`${short} tabular`}>{one.staff_no}</td>
                            <td className={`${short} font-bold`}>{one.name}</td>
                            <td className={cell}>
                                <Phrases>{one.unit_name}</Phrases>
                            </td>
                            <td className={short}>{one.rank}</td>
                            <td className={`${cell} min-w-[12rem]`}>{one.reason}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </Scroll>
    );
}
