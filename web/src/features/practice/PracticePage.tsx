import { api } from "../../api/client.ts";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { ClaimTable } from "./ClaimTable.tsx";
import { words } from "./words.ts";

/** スキルの申告: what waits for one's word first, then every claim in sight. */
export function PracticePage() {
    const m = useWords(words);
    const heads = useMe().roles.some(({ role }) => role === "section_head");
    const query = api.useQuery("get", "/practice/claims", { params: { query: {} } });
    return (
        <>
            <HirobaTabs />
            <PageHead title={m.title}>{m.lead}</PageHead>
            <Ask query={query} lines={8}>
                {({ claims }) => {
                    const waiting = claims.filter(({ may_decide, status }) => may_decide && status === "waiting");
                    const rest = claims.filter((claim) => !waiting.includes(claim));
                    return (
                        <>
                            {(waiting.length > 0 || heads) && (
                                <Section title={m.waiting_title} lead={waiting.length > 0 && m.waiting_lead}>
                                    <ClaimTable
                                        waiting
                                        name="claims-waiting"
                                        caption={m.waiting_title}
                                        claims={waiting}
                                        empty={
                                            <EmptyState title={m.nothing_waits} icon="check">
                                                {m.nothing_waits_hint}
                                            </EmptyState>
                                        }
                                    />
                                </Section>
                            )}
                            {(rest.length > 0 || waiting.length === 0) && (
                                <Section title={m.decided_title}>
                                    <ClaimTable
                                        name="claims"
                                        caption={m.decided_title}
                                        claims={rest}
                                        empty={<EmptyState title={m.none}>{m.none_hint}</EmptyState>}
                                    />
                                </Section>
                            )}
                        </>
                    );
                }}
            </Ask>
        </>
    );
}
