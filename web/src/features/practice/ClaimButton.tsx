import { useState } from "react";
import { api, queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { Why } from "../../ui/Why.tsx";
import { type SourceKind, tones } from "./claims.ts";
import { words } from "./words.ts";

type Offer = Schema<"Offer">;

/** 「スキルの根拠にする」: on the page of something one did. */
export function ClaimButton({ kind, id }: { kind: SourceKind; id: number }) {
    const m = useWords(words);
    const [open, setOpen] = useState(false);
    return (
        <>
            <Button size="small" onPress={() => setOpen(true)}>
                {m.claim}
            </Button>
            {open && <ClaimDialog kind={kind} id={id} onClose={() => setOpen(false)} />}
        </>
    );
}

function ClaimDialog({ kind, id, onClose }: { kind: SourceKind; id: number; onClose: () => void }) {
    const m = useWords(words);
    const offer = api.useQuery("get", "/practice/offer", { params: { query: { kind, id } } }, { staleTime: 0 });
    return (
        <Dialog open onClose={onClose} title={m.claim_title}>
            <Ask query={offer} small>
                {(found) => <Claiming offer={found} onClose={onClose} />}
            </Ask>
        </Dialog>
    );
}

function Claiming({ offer, onClose }: { offer: Offer; onClose: () => void }) {
    const m = useWords(words);
    const free = offer.skills.filter(({ claimed }) => claimed !== "waiting" && claimed !== "confirmed");
    const [missing, setMissing] = useState(false);
    const form = useForm({
        initial: { skills: [] as string[], note: "" },
        save: async ({ skills, note }) => {
            setMissing(skills.length === 0);
            if (skills.length === 0) return;
            const body = { kind: offer.kind, id: offer.source, title: "", on: null, skills, note: note.trim() };
            const { data } = await server.POST("/practice/claims", { body });
            toast(m.claimed(data?.claims.length ?? skills.length));
            await queries.invalidateQueries();
            onClose();
        },
    });
    if (offer.skills.length === 0) return <p>{m.claim_none}</p>;
    return (
        <>
            <p className="mb-4">
                {m.claim_lead(offer.title)}{" "}
                <Why
                    about={m.claim_title}
                    rule={offer.rules.map(({ text }) => text).join(" ")}
                    clause={offer.rules.map(({ clause }) => clause).join(" ")}
                />
            </p>
            {free.length === 0 ? (
                <p>{m.claim_all_done}</p>
            ) : (
                <Form form={form} submit={m.claim} onCancel={onClose}>
                    <Choices
                        offer={offer}
                        chosen={form.values.skills}
                        error={missing && form.values.skills.length === 0 ? m.choose_one : ""}
                        onChange={(skills) => form.set("skills", skills)}
                    />
                    <TextField label={m.note} hint={m.note_hint} lines={3} maxLength={500} {...form.field("note")} />
                </Form>
            )}
        </>
    );
}

interface ChoicesProps {
    offer: Offer;
    chosen: readonly string[];
    error: string;
    onChange: (skills: string[]) => void;
}

function Choices({ offer, chosen, error, onChange }: ChoicesProps) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <fieldset>
            <legend className="mb-1 font-bold">{m.claim_skills}</legend>
            {offer.skills.map(({ skill, name, name_en, needed, holds, claimed }) => {
                const taken = claimed === "waiting" || claimed === "confirmed";
                return (
                    <Checkbox
                        key={skill}
                        disabled={taken}
                        checked={chosen.includes(skill) || taken}
                        onChange={(on) => onChange(on ? [...chosen, skill] : chosen.filter((one) => one !== skill))}
                    >
                        <span className="mr-2">{pair(name, name_en)}</span>
                        {claimed && <Badge tone={tones[claimed]}>{m.status[claimed]}</Badge>}
                        {!claimed && holds && <Badge>{m.holds}</Badge>}
                        {!claimed && needed && !holds && <Badge tone="warn">{m.needed}</Badge>}
                    </Checkbox>
                );
            })}
            {error && (
                <p role="alert" className="font-bold text-bad text-sm">
                    {error}
                </p>
            )}
        </fieldset>
    );
}
