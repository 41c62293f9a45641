import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { TrainingNav } from "../training/TrainingNav.tsx";
import { Calls } from "./Calls.tsx";
import { Consents } from "./Consents.tsx";
import { MySections } from "./MySections.tsx";
import { Roles } from "./Roles.tsx";
import { RoundsTable } from "./RoundsTable.tsx";
import { words } from "./words.ts";

type Line = Schema<"RoundLine">;

/** What is sought and what is mine in it: to answer, to agree to, to apply for; for the office all rounds and the plan's roles. */
export function NominationsPage() {
    const overview = api.useQuery("get", "/nominations");
    return (
        <>
            <TrainingNav />
            <Ask query={overview} lines={8}>
                {(found) => <Found overview={found} />}
            </Ask>
        </>
    );
}

function Found({ overview }: { overview: Schema<"Overview"> }) {
    const m = useWords(words);
    const office = useMay("appoint");
    const releases = useMay("training_release");
    const { rounds } = overview;
    const asked = rounds.filter(({ sections }) => sections.length > 0);
    const calls = rounds.filter(
        (line) => line.round.route === "open_call" && (line.mine !== null || line.round.status === "open"),
    );
    const told = rounds.filter(({ round, mine }) => round.route !== "open_call" && mine !== null);
    const consents = rounds.filter(({ applications }) => applications.length > 0);
    return (
        <>
            <PageHead title={m.title}>{lead(overview, { office, releases }, m)}</PageHead>
            {rounds.length === 0 && !office && (
                <EmptyState title={m.none} icon="people">
                    {m.none_hint}
                </EmptyState>
            )}
            {asked.length > 0 && (
                <Section title={m.to_answer}>
                    <MySections rounds={asked} />
                </Section>
            )}
            {consents.length > 0 && !office && (
                <Section title={m.consents} lead={m.consents_lead}>
                    <Consents rounds={consents} />
                </Section>
            )}
            {office && <RoundsTable rounds={rounds} />}
            {calls.length > 0 && (
                <Section title={m.calls} lead={m.calls_lead}>
                    <Calls rounds={calls} />
                </Section>
            )}
            {told.length > 0 && (
                <Section title={m.told}>
                    <Calls rounds={told} />
                </Section>
            )}
            {office && <Roles roles={overview.roles} />}
        </>
    );
}

const waits = ({ round, sections }: Line) =>
    round.takes_answers ? sections.filter(({ section, mine }) => mine && section.state === "unanswered").length : 0;
const asks = ({ round, applications }: Line) =>
    round.status === "open" ? applications.filter(({ status }) => status === "applied").length : 0;
const sum = (lines: readonly Line[], of: (line: Line) => number) => lines.reduce((all, line) => all + of(line), 0);

function lead(
    { rounds }: Schema<"Overview">,
    { office, releases }: { office: boolean; releases: boolean },
    m: ReturnType<typeof words.ja>,
): string {
    if (office) return m.lead_office(rounds.filter(({ round }) => round.status === "open").length);
    return releases ? m.lead_head(sum(rounds, waits), sum(rounds, asks)) : m.lead_staff;
}
