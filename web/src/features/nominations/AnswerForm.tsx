import { useMemo } from "react";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Form } from "../../ui/Form.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../../ui/Section.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { CandidateLine } from "./CandidateLine.tsx";
import { CannotBeNamed } from "./CannotBeNamed.tsx";
import { type Chosen, choose, firstChoice, isFull, mayBeNamed, seatsOf } from "./nominations.ts";
import { useRounds } from "./useRounds.ts";
import { words } from "./words.ts";

interface Values extends Record<string, unknown> {
    nominees: Chosen[];
    none: boolean;
    reason: string;
}

interface Props {
    sheet: Schema<"SectionSheet">;
    route: "nomination" | "recommendation" | "selection";
}

/** Whom the section names: last year's are proposed, "nobody this time" with a reason is an answer too. */
export function AnswerForm({ sheet, route }: Props) {
    const m = useWords(words);
    const { answer } = useRounds();
    const { round, section, candidates } = sheet;
    const seats = seatsOf(section);
    const initial = useMemo(
        () => ({
            nominees: firstChoice(candidates, section),
            none: section.state === "none",
            reason: section.reason,
        }),
        [candidates, section],
    );
    const form = useForm<Values>({
        initial,
        save: async ({ nominees, none, reason }) => {
            await answer(round.id, section.unit, {
                revision: section.revision,
                nominees: none ? [] : nominees.map((one) => ({ ...one, reason: one.reason.trim() })),
                none,
                reason: none ? reason.trim() : "",
            });
            toast(m.sent);
        },
    });
    const { nominees, none } = form.values;
    const able = candidates.filter(mayBeNamed);
    const proposed = section.state === "unanswered" && initial.nominees.length > 0;
    const wrong = form.errors.nominees;
    return (
        <Section title={m.question[route]} lead={section.going_on > 0 && m.going_on(section.going_on)}>
            <Form form={form} submit={none ? m.send_none : m.send[route]}>
                {!none && (
                    <fieldset aria-describedby={wrong ? `${form.id}-nominees-error` : undefined} className="max-w-3xl">
                        <legend className="sr-only">{m.question[route]}</legend>
                        {proposed && <p className="mb-2 text-quiet">{m.proposed}</p>}
                        <Filled chosen={nominees.length} seats={seats} />
                        {wrong && (
                            <p id={`${form.id}-nominees-error`} className="mb-2 flex gap-1 font-bold text-bad text-sm">
                                <Icon name="bad" size={18} className="mt-0.5" />
                                {wrong}
                            </p>
                        )}
                        {able.length === 0 && (
                            <Notice tone="warn" title={m.cannot_all}>
                                {m.cannot_all_hint}
                            </Notice>
                        )}
                        <ul id={`${form.id}-nominees`}>
                            {able.map((candidate) => (
                                <CandidateLine
                                    key={candidate.staff}
                                    candidate={candidate}
                                    chosen={nominees.find(({ staff }) => staff === candidate.staff)}
                                    full={isFull(nominees, seats)}
                                    onChoose={(on) => form.set("nominees", choose(nominees, candidate.staff, on, seats))}
                                    onReason={(reason) =>
                                        form.set(
                                            "nominees",
                                            nominees.map((one) => (one.staff === candidate.staff ? { ...one, reason } : one)),
                                        )
                                    }
                                />
                            ))}
                        </ul>
                        {isFull(nominees, seats) && <p className="mt-2 text-quiet text-sm">{m.full}</p>}
                    </fieldset>
                )}
                <div className="max-w-3xl">
                    <Checkbox checked={none} onChange={(on) => form.set("none", on)}>
                        {m.none_this_time}
                    </Checkbox>
                    {none && (
                        <div className="mt-2 ml-8">
                            <TextField
                                required
                                label={m.none_reason}
                                hint={m.none_reason_hint}
                                lines={2}
                                maxLength={500}
                                {...form.field("reason")}
                            />
                        </div>
                    )}
                </div>
            </Form>
            <CannotBeNamed candidates={candidates.filter((one) => !mayBeNamed(one))} />
        </Section>
    );
}

/** n of m, read out as it changes. */
function Filled({ chosen, seats }: { chosen: number; seats: number }) {
    const m = useWords(words);
    const limited = Number.isFinite(seats);
    return (
        <p aria-live="polite" className="mb-2 flex items-baseline gap-2">
            <span className="text-quiet">{m.filled_label}</span>
            <span className="tabular font-bold text-std-20B-150">
                {limited ? m.filled(chosen, seats) : m.filled_open(chosen)}
            </span>
        </p>
    );
}
