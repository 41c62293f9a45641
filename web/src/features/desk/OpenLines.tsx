import type { Schema } from "../../api/types.ts";
import { useMe } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilterBar } from "../../ui/FilterBar.tsx";
import { Section } from "../../ui/Section.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { AdvisersTable } from "./AdvisersTable.tsx";
import { words } from "./board_words.ts";
import { byStage, type Line, needsOwner, stages } from "./desk.ts";
import { LinesTable } from "./LinesTable.tsx";
import { StageGrid } from "./StageGrid.tsx";
import { terms } from "./terms.ts";

const names = ["q", "subject", "stage", "owner", "show"] as const;
type Chosen = Record<(typeof names)[number], string>;

/** Everything that goes on: how it spreads over subjects and stages, line by line, and what rests on whom. */
export function OpenLines({ board }: { board: Schema<"DeskBoard"> }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const { staff } = useMe();
    const [chosen, setChosen] = useFilters(names);
    const { lines, advisers } = board;
    if (lines.length === 0)
        return (
            <EmptyState title={m.nothing} icon="check">
                {m.nothing_hint}
            </EmptyState>
        );
    const subjects = byStage(lines);
    const shown = lines.filter((line) => fits(line, chosen, staff));
    return (
        <>
            <Section title={m.by_stage} lead={m.by_stage_lead}>
                <StageGrid subjects={subjects} onChoose={(subject, stage) => setChosen({ subject, stage })} chosen={chosen} />
            </Section>
            <Section title={m.lines}>
                <FilterBar
                    filters={[
                        { name: "q", label: m.search },
                        {
                            name: "subject",
                            label: m.subject,
                            options: subjects.map(({ id, name, name_en }) => ({
                                value: String(id),
                                label: pair(name, name_en),
                            })),
                        },
                        { name: "stage", label: m.stage, options: stages.map((value) => ({ value, label: t.stage[value] })) },
                        {
                            name: "owner",
                            label: m.owner,
                            options: advisers.map((one) => ({ value: String(one.staff), label: one.name })),
                        },
                        {
                            name: "show",
                            label: m.show,
                            options: (["mine", "overdue", "unanswered", "nobody", "waiting"] as const).map((value) => ({
                                value,
                                label: m.shows[value],
                            })),
                        },
                    ]}
                />
                <LinesTable name="desk-open" caption={m.lines} lines={shown} />
            </Section>
            <Section title={m.loads} lead={m.loads_lead}>
                <AdvisersTable advisers={advisers} />
            </Section>
        </>
    );
}

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

function fits(line: Line, { q, subject, stage, owner, show }: Chosen, me: number | null): boolean {
    if (q && !plain(`${line.no} ${line.title} ${line.asker.name} ${line.asker.unit_name}`).includes(plain(q.trim())))
        return false;
    if (subject && String(line.subject) !== subject) return false;
    if (stage && line.stage !== stage) return false;
    if (owner && String(line.owner?.staff) !== owner) return false;
    if (show === "mine") return line.owner?.staff === me;
    if (show === "overdue") return line.overdue;
    if (show === "unanswered") return !line.answered;
    if (show === "nobody") return needsOwner(line);
    if (show === "waiting") return line.status === "waiting_for_asker";
    return true;
}
