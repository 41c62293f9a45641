import { Link } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { later } from "../../ui/later.tsx";
import { Section } from "../../ui/Section.tsx";
import { MovesList } from "../section/MovesList.tsx";
import { PeopleHeat } from "../skills/PeopleHeat.tsx";
import { words } from "./words.ts";

const DecisionForm = later(() => import("../person/DecisionForm.tsx"), "DecisionForm");

type Headed = Schema<"HomeSection">;

/** What a head sees first: what waits, each done in its row; then the people, who is away, who moves. */
export function HeadedSection({ section }: { section: Headed }) {
    const m = useWords(words);
    return (
        <>
            <Section title={m.waiting} lead={section.decisions.length > 0 && m.waiting_lead}>
                {section.decisions.length === 0 && <p className="text-quiet">{m.waiting_none}</p>}
                <ul className="text-table">
                    {section.decisions.map((one) => (
                        <Decision key={`${one.staff} ${one.skill}`} decision={one} />
                    ))}
                </ul>
            </Section>
            <Section
                title={section.name}
                lead={m.section_lead(section.people, section.on_leave, section.held, section.required)}
                action={
                    <LinkButton size="small" look="quiet" to="/units/$unit" params={{ unit: String(section.unit) }}>
                        {m.open_section}
                    </LinkButton>
                }
            >
                <PeopleHeat heat={section.heat} />
            </Section>
            <Section title={m.moves}>
                <MovesList moves={section.moves} />
            </Section>
        </>
    );
}

function Decision({ decision }: { decision: Headed["decisions"][number] }) {
    const m = useWords(words);
    const [open, setOpen] = useState(false);
    return (
        <li className="border-line border-b py-2 first:border-t">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <span className="min-w-0 flex-1 basis-64">
                    <Link to="/staff/$staff" params={{ staff: String(decision.staff) }} className="link">
                        {decision.name}
                    </Link>{" "}
                    ★ {decision.skill_name}
                    <span className="ml-2 text-quiet text-sm">{decision.clause}</span>
                </span>
                {!open && (
                    <Button
                        size="small"
                        aria-label={`${decision.name} ${decision.skill_name}: ${m.decide}`}
                        onPress={() => setOpen(true)}
                    >
                        {m.decide}
                    </Button>
                )}
            </div>
            {open && (
                <div className="mt-3 rounded-8 border border-line p-4">
                    <Suspense fallback={<Loading lines={4} />}>
                        <DecisionForm staff={decision.staff} skill={decision.skill} onDone={() => setOpen(false)} />
                    </Suspense>
                </div>
            )}
        </li>
    );
}
