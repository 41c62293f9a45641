import { useState } from "react";
import { useAsOf } from "../../app/asOf.ts";
import { useMay, useMe } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Day } from "../../ui/Day.tsx";
import { CourseLine } from "./CourseLine.tsx";
import { DecisionForm } from "./DecisionForm.tsx";
import { EvidenceForm } from "./EvidenceForm.tsx";
import { SkillDetails } from "./SkillDetails.tsx";
import { type SkillRow, stateOf } from "./standing.ts";
import { ThreeViews } from "./ThreeViews.tsx";
import { useRecord } from "./useRecord.ts";
import { words } from "./words.ts";

const tones = { held: "good", missing: "warn", undecided: "info", other: "plain" } as const;

/** One skill of a person: where it stands, what to do about it, what it rests on. */
export function SkillCard({ staff, row }: { staff: number; row: SkillRow }) {
    const m = useWords(words);
    const pair = usePair();
    const me = useMe();
    const { on } = useAsOf();
    const { add, failed } = useRecord(staff);
    const own = me.staff === staff;
    const confirms = useMay("confirm_skills") && !own;
    const records = useMay("record_evidence") || confirms;
    const decides = useMay("decide_conditional") && !own;
    const [open, setOpen] = useState<"evidence" | "decision" | null>(null);
    const state = stateOf(row);
    const now = on === undefined;
    const name = pair(row.name, row.name_en);
    const say = (kind: "self" | "confirmed", holds: boolean) => {
        const source = kind === "self" ? m.self_source : m.confirm_source;
        const said = kind === "self" ? m.rated : m.confirmed;
        add(row.skill, { kind, holds, dated_on: me.today, source, note: "" }, said).catch(failed);
    };
    return (
        <article aria-label={name} className="keep-together border-line border-b py-4 print:py-2">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <h4 className="font-bold">{name}</h4>
                <Badge tone={tones[state]}>{m.state[state === "other" ? "known" : state]}</Badge>
                {row.expires_on && (
                    <span className="text-quiet text-sm">
                        {m.expires} <Day iso={row.expires_on} />
                    </span>
                )}
            </div>
            <ThreeViews row={row} />
            {row.courses.length > 0 && (
                <div className="mt-2 text-table">
                    <p className="text-quiet text-sm">{m.courses}</p>
                    <ol className="ml-1">
                        {row.courses.map((course) => (
                            <li key={course.code}>
                                <CourseLine course={course} />
                            </li>
                        ))}
                    </ol>
                </div>
            )}
            {now && (own || confirms || records || decides) && (
                <div className="no-print mt-2 flex flex-wrap items-center gap-2">
                    {own && (
                        <Choice
                            label={m.rate_self}
                            yes={m.rate_can}
                            no={m.rate_not}
                            about={name}
                            onChoose={(holds) => say("self", holds)}
                        />
                    )}
                    {confirms && (
                        <Choice
                            label={m.three.confirmed}
                            yes={m.confirm}
                            no={m.confirm_not}
                            about={name}
                            onChoose={(holds) => say("confirmed", holds)}
                        />
                    )}
                    {decides && row.mark === "conditional" && (
                        <Button
                            size="small"
                            look={state === "undecided" ? "primary" : "quiet"}
                            onPress={() => setOpen("decision")}
                        >
                            {m.decide}
                        </Button>
                    )}
                    {records && (
                        <Button size="small" look="quiet" onPress={() => setOpen("evidence")}>
                            {m.add}
                        </Button>
                    )}
                </div>
            )}
            {open === "decision" && (
                <div className="mt-3 rounded-8 border border-line p-4">
                    <DecisionForm staff={staff} skill={row.skill} onDone={() => setOpen(null)} />
                </div>
            )}
            {open === "evidence" && (
                <EvidenceForm staff={staff} skill={{ skill: row.skill, name }} onClose={() => setOpen(null)} />
            )}
            <SkillDetails staff={staff} row={row} mayWithdraw={now} />
        </article>
    );
}

interface ChoiceProps {
    label: string;
    yes: string;
    no: string;
    about: string;
    onChoose: (holds: boolean) => void;
}

function Choice({ label, yes, no, about, onChoose }: ChoiceProps) {
    return (
        <fieldset className="flex flex-wrap items-center gap-1">
            <legend className="sr-only">{`${about}: ${label}`}</legend>
            <span aria-hidden="true" className="mr-1 text-quiet text-sm">
                {label}
            </span>
            <Button size="small" onPress={() => onChoose(true)}>
                {yes}
            </Button>
            <Button size="small" look="quiet" onPress={() => onChoose(false)}>
                {no}
            </Button>
        </fieldset>
    );
}
