import { useMemo, useState } from "react";
import { queries } from "../../api/client.ts";
import { Refusal } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
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
import { type Chosen, choose, firstChoice, isFull, isNamed, mayBeNamed, type SheetRoute, seatsOf } from "./nominations.ts";
import { useRounds } from "./useRounds.ts";
import { words } from "./words.ts";

interface Values extends Record<string, unknown> {
    nominees: Chosen[];
    none: boolean;
    reason: string;
}

interface Props {
    sheet: Schema<"SectionSheet">;
    route: SheetRoute;
    /** The answer with this revision has been replaced. */
    onSent: (revision: number) => void;
}

/** Whom the section names: last year's are proposed, "nobody this time" with a reason is an answer too. */
export function AnswerForm({ sheet, route, onSent }: Props) {
    const m = useWords(words);
    const { answer } = useRounds();
    const { round, section, candidates } = sheet;
    const seats = seatsOf(section);
    // The answer this one was begun from. Once another has come between and was shown, that one is what is replaced.
    const [begun] = useState(section.revision);
    const [overtaken, setOvertaken] = useState(false);
    const initial = useMemo(
        () => ({
            nominees: firstChoice(candidates, section),
            none: section.state === "none",
            reason: section.reason,
        }),
        [candidates, section],
    );
    const meanwhile = async (error: unknown) => {
        if (error instanceof Refusal && error.code === "changed_meanwhile") {
            await queries.invalidateQueries();
            setOvertaken(true);
        }
        throw error;
    };
    const form = useForm<Values>({
        initial,
        draft: `answer.${round.id}.${section.unit}.${begun}`,
        save: async ({ nominees, none, reason }) => {
            const revision = overtaken ? section.revision : begun;
            await answer(round.id, section.unit, {
                revision,
                nominees: none ? [] : nominees.map((one) => ({ ...one, reason: one.reason.trim() })),
                none,
                reason: none ? reason.trim() : "",
            }).catch(meanwhile);
            toast(m.sent);
            onSent(revision);
        },
    });
    // Said below in fuller words, with the answer that came between.
    const shown = form.refusal?.code === "changed_meanwhile" ? { ...form, refusal: null } : form;
    const { nominees, none } = form.values;
    const able = candidates.filter(mayBeNamed);
    const proposed = section.state === "unanswered" && initial.nominees.length > 0;
    const wrong = form.errors.nominees;
    return (
        <Section title={m.question[route]} lead={section.going_on > 0 && m.going_on(section.going_on)}>
            <Form form={shown} submit={none ? m.send_none : section.answered_at ? m.resend : m.send[route]}>
                {overtaken && (
                    <Overtaken
                        sheet={sheet}
                        onKeep={() => {
                            form.discard();
                            onSent(begun);
                        }}
                    />
                )}
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

/** Another tab or another person has answered in between: what stands now, and that nothing typed here is lost. */
function Overtaken({ sheet: { section, candidates }, onKeep }: { sheet: Schema<"SectionSheet">; onKeep: () => void }) {
    const m = useWords(words);
    const names = candidates.filter(isNamed).map(({ name }) => name);
    return (
        <div className="mb-6 max-w-3xl">
            <Notice
                tone="warn"
                title={m.overtaken}
                live
                action={
                    <Button size="small" onPress={onKeep}>
                        {m.overtaken_keep}
                    </Button>
                }
            >
                {m.overtaken_now(section.state === "none" ? m.overtaken_none : names.join("、"))} {m.overtaken_hint}
            </Notice>
        </div>
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
