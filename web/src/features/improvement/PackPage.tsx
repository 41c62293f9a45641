import { useParams } from "@tanstack/react-router";
import { use } from "react";
import { api } from "../../api/client.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { Day } from "../../ui/Day.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { AgendaTable } from "./AgendaTable.tsx";
import { CaseView } from "./CaseView.tsx";
import type { Case } from "./cases.ts";
import { words } from "./meeting_words.ts";

/** 配付資料: the agenda, and each case on a sheet of its own. */
export function PackPage() {
    const m = useWords(words);
    const { meeting: id } = useParams({ strict: false });
    const query = api.useQuery("get", "/meetings/{meeting}/pack", { params: { path: { meeting: Number(id) } } });
    return (
        <>
            <HirobaTabs />
            <Ask query={query} lines={12}>
                {({ meeting, cases }) => (
                    <div data-print="alone" className="max-w-4xl print:max-w-none">
                        <PageHead
                            title={m.pack_title(meeting.title)}
                            path={[
                                { label: m.title, to: "/improvement/meetings" },
                                { label: meeting.title, to: `/improvement/meetings/${meeting.id}` },
                            ]}
                            action={
                                <Button look="primary" icon="print" onPress={() => window.print()}>
                                    {m.print_pack}
                                </Button>
                            }
                        >
                            <p>
                                <Day iso={meeting.held_on} long />{" "}
                                <span className="tabular">{m.when(meeting.starts_at, meeting.ends_at)}</span>
                                {meeting.place && <span className="ml-4">{meeting.place}</span>}
                            </p>
                            <p className="no-print">{m.pack_lead(cases.length)}</p>
                        </PageHead>
                        <AgendaTable meeting={meeting} />
                        {cases.map((shown, index) => (
                            <Sheet key={shown.id} no={index + 1} shown={shown} />
                        ))}
                    </div>
                )}
            </Ask>
        </>
    );
}

function Sheet({ no, shown }: { no: number; shown: Case }) {
    const { language } = use(LanguageContext);
    return (
        <section
            aria-label={shown.title}
            className="mt-12 border-line border-t pt-8 print:mt-0 print:break-before-page print:border-0 print:pt-0"
        >
            <header className="mb-4 print:mb-1.5">
                <p className="text-quiet text-sm print:text-[8pt]">
                    {no}. {shown.unit_name} · {fiscalYear(shown.fiscal_year, language)}
                </p>
                <h2 className="text-std-22B-150 print:text-[14pt]">{shown.title}</h2>
                {shown.summary && <p className="print:text-[9pt]">{shown.summary}</p>}
            </header>
            <CaseView shown={shown} reading />
        </section>
    );
}
