import { useState } from "react";
import { api, server } from "../../api/client.ts";
import { type Refusal, refusalOf } from "../../api/refusal.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { toast } from "../../ui/toasts.ts";
import { askTopicAgain } from "./topics.ts";
import { words } from "./words.ts";

interface Props {
    topic: number;
    reply: number;
    onClose: () => void;
}

/** Which skills this answer shows; the head of the section confirms. */
export function EvidenceDialog({ topic, reply, onClose }: Props) {
    const m = useWords(words);
    const query = api.useQuery("get", "/practice/offer", { params: { query: { kind: "accepted_answer", id: reply } } });
    const pair = usePair();
    const [chosen, setChosen] = useState<readonly string[]>([]);
    const [refusal, setRefusal] = useState<Refusal | null>(null);
    const [pending, setPending] = useState(false);
    const send = async () => {
        setPending(true);
        setRefusal(null);
        try {
            const body = { kind: "accepted_answer" as const, id: reply, skills: [...chosen], note: "", title: "", on: null };
            await server.POST("/practice/claims", { body });
            await askTopicAgain(topic);
            toast(m.claimed);
            onClose();
        } catch (error) {
            setRefusal(refusalOf(error));
        } finally {
            setPending(false);
        }
    };
    return (
        <Dialog
            open
            onClose={onClose}
            title={m.claim}
            actions={
                <>
                    <Button onPress={onClose}>{m.leave}</Button>
                    <Button look="primary" pending={pending} disabled={chosen.length === 0} onPress={() => void send()}>
                        {m.claim_send}
                    </Button>
                </>
            }
        >
            {refusal && <Failure error={refusal} small />}
            <Ask query={query} small>
                {({ skills }) => (
                    <fieldset className="grid gap-2">
                        <legend className="mb-2">{m.claim_lead}</legend>
                        {skills.map((skill) => (
                            <Checkbox
                                key={skill.skill}
                                checked={chosen.includes(skill.skill)}
                                disabled={skill.claimed === "waiting" || skill.claimed === "confirmed"}
                                hint={
                                    skill.claimed === "waiting"
                                        ? m.claim_waits
                                        : skill.claimed === "confirmed"
                                          ? m.claim_counts
                                          : undefined
                                }
                                onChange={(on) =>
                                    setChosen(on ? [...chosen, skill.skill] : chosen.filter((code) => code !== skill.skill))
                                }
                            >
                                {pair(skill.name, skill.name_en)}
                            </Checkbox>
                        ))}
                        {skills.length === 0 && <p className="text-quiet">{m.claim_nothing}</p>}
                    </fieldset>
                )}
            </Ask>
        </Dialog>
    );
}
