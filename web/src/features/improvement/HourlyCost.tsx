import { useState } from "react";
import * as v from "valibot";
import { api, queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Section } from "../../ui/Section.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { figureFrom } from "./flow.ts";
import { words } from "./theme_words.ts";

type Cost = Schema<"CostSetting">;

/** What an hour of work costs the city: read by everybody, set by the office. */
export function HourlyCost() {
    const m = useWords(words);
    const { data: cost } = api.useQuery("get", "/improvement/cost");
    const [editing, setEditing] = useState(false);
    if (!cost) return null;
    return (
        <div className="mt-8">
            <Section
                title={m.cost_title}
                lead={m.cost_lead}
                action={
                    cost.may_edit && (
                        <Button size="small" onPress={() => setEditing(true)}>
                            {m.cost_change}
                        </Button>
                    )
                }
            >
                {cost.yen > 0 ? (
                    <p>
                        <strong className="tabular">{m.cost_now(cost.yen)}</strong>
                        {cost.source && <span className="ml-3 text-quiet">{cost.source}</span>}
                    </p>
                ) : (
                    <p className="text-quiet">{m.cost_none}</p>
                )}
                {editing && <CostDialog cost={cost} onClose={() => setEditing(false)} />}
            </Section>
        </div>
    );
}

function CostDialog({ cost, onClose }: { cost: Cost; onClose: () => void }) {
    const m = useWords(words);
    const form = useForm({
        initial: { yen: cost.yen > 0 ? String(cost.yen) : "", source: cost.source },
        check: v.object({
            yen: v.pipe(
                v.string(),
                v.check((typed) => figureFrom(typed) !== null, m.cost_number),
            ),
            source: v.pipe(v.string(), v.trim(), v.nonEmpty()),
        }),
        save: async ({ yen, source }) => {
            const body = { yen: Math.round(figureFrom(yen) ?? 0), source: source.trim(), revision: cost.revision };
            await server.PUT("/improvement/cost", { body });
            toast(m.cost_saved);
            onClose();
            await queries.invalidateQueries();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.cost_title}>
            <Form form={form} submit={m.save} onCancel={onClose}>
                <TextField required label={m.cost_yen} inputMode="numeric" maxLength={9} {...form.field("yen")} />
                <TextField
                    required
                    label={m.cost_source}
                    hint={m.cost_source_hint}
                    lines={2}
                    maxLength={300}
                    {...form.field("source")}
                />
            </Form>
        </Dialog>
    );
}
