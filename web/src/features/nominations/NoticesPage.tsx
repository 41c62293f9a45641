import { useParams } from "@tanstack/react-router";
import { use } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { longDate } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { PaperSheet } from "./PaperSheet.tsx";
import { termText } from "./term.ts";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

/** 決定通知: one sheet a person; of one person, of a section, or all of a round. */
export function NoticesPage() {
    const { round } = useParams({ strict: false });
    const [{ staff, unit }] = useFilters(["staff", "unit"]);
    const notices = api.useQuery("get", "/nominations/{round}/notices", {
        params: {
            path: { round: Number(round) },
            query: { staff: staff ? Number(staff) : undefined, unit: unit ? Number(unit) : undefined },
        },
    });
    return <Ask query={notices}>{(found) => <Found notices={found} />}</Ask>;
}

function Found({ notices }: { notices: Schema<"Notices"> }) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <div data-print="alone">
            <div className="no-print">
                <PageHead
                    title={m.notices_title}
                    path={[{ label: m.title, to: "/training/nominations" }]}
                    action={
                        <Button look="primary" icon="print" onPress={() => window.print()}>
                            {m.print}
                        </Button>
                    }
                >
                    {m.notices_lead(pair(notices.title.ja, notices.title.en), notices.notices.length)}
                </PageHead>
            </div>
            {notices.notices.map((notice) => (
                <NoticeSheet key={notice.staff} round={notices.round} notice={notice} />
            ))}
        </div>
    );
}

function NoticeSheet({ round, notice }: { round: Schema<"Round">; notice: Schema<"Notice"> }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const role = pair(round.role_name, round.role_name_en);
    const from = longDate(round.term_from, language);
    const city = pair(round.city, round.city_en);
    const sender = round.issuer && round.issuer !== round.city ? round.issuer : city;
    const appointed = notice.status === "appointed";
    const status = notice.status === "reserve" || notice.status === "not_selected" ? notice.status : "appointed";
    return (
        <PaperSheet title={m.notice_title} label={`${m.notice_title} ${notice.name}`}>
            <p className="text-right">{notice.basis_no}</p>
            <p className="text-right">{longDate(notice.basis_on, language)}</p>
            <p className="mt-8">{notice.unit_name}</p>
            <p className="text-[1.25rem]">{m.notice_name(notice.name)}</p>
            <p className="mt-6 text-right font-bold text-[1.125rem]">{sender}</p>
            <p className="mt-10 leading-loose">{m.notice_text[status](role, from)}</p>
            <div className="mt-6">
                <DefinitionList
                    items={[
                        [m.notice_route, t.route[round.route]],
                        [m.notice_term, appointed && termText(round, language, m)],
                        [m.reason, notice.reason],
                    ].map(([term, answer]) => [String(term), answer || null] as const)}
                />
            </div>
        </PaperSheet>
    );
}
