import { useNavigate } from "@tanstack/react-router";
import { use, useState } from "react";
import * as v from "valibot";
import { queries, server } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";
import { useMay, useMe } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { longDate } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { Problems } from "./Problems.tsx";
import { words } from "./words.ts";

/** The last step of a revision: the day, the word that it was read, and one more question. */
export function Enact({ document }: { document: Schema<"PlanDocument"> }) {
    const m = useWords(words);
    const may_enact = useMay("enact_plan");
    const { version, problems } = document;
    if (!may_enact) return <Notice>{m.not_allowed}</Notice>;
    if (problems.length > 0) return <Problems document={document} title={m.blocked} />;
    return <EnactForm version={version} />;
}

function EnactForm({ version }: { version: Schema<"Version"> }) {
    const m = useWords(words);
    const { today } = useMe();
    const { language } = use(LanguageContext);
    const navigate = useNavigate();
    const [asking, setAsking] = useState(false);
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<unknown>(null);
    const form = useForm({
        initial: { in_force_from: today, read: false },
        check: v.object({
            in_force_from: v.pipe(v.string(), v.nonEmpty()),
            read: v.literal(true, m.enact_must),
        }) as unknown as v.GenericSchema<{
            in_force_from: string;
            read: boolean;
        }>,
        draft: `plan.enact.${version.id}`,
        save: async () => setAsking(true),
    });
    const { in_force_from, read } = form.values;
    const enact = async () => {
        setBusy(true);
        setProblem(null);
        try {
            await server.POST("/plan/versions/{version}/enact", {
                params: { path: { version: version.id } },
                body: { in_force_from, revision: version.revision },
            });
            toast(m.enacted);
            await navigate({ to: "/plan" });
            await queries.invalidateQueries();
        } catch (error) {
            setProblem(error);
            if (refusalOf(error).code === "changed_meanwhile") await queries.invalidateQueries();
        } finally {
            setBusy(false);
        }
    };
    return (
        <>
            <p className="mb-5 max-w-[48rem]">{m.enact_lead}</p>
            <Form form={form} submit={m.enact}>
                <DateField required label={m.enact_on} {...form.field("in_force_from")} />
                <div>
                    <Checkbox id={form.field("read").id} checked={read} onChange={(checked) => form.set("read", checked)}>
                        {m.enact_read}
                    </Checkbox>
                    {form.errors.read && <p className="font-bold text-bad text-sm">{form.errors.read}</p>}
                </div>
            </Form>
            <Dialog
                open={asking}
                onClose={() => setAsking(false)}
                title={m.enact_title}
                actions={
                    <>
                        <Button onPress={() => setAsking(false)}>{m.not_yet}</Button>
                        <Button look="primary" pending={busy} onPress={() => void enact()}>
                            {m.enact}
                        </Button>
                    </>
                }
            >
                <p>{m.enact_text(version.title, in_force_from ? longDate(in_force_from, language) : "")}</p>
                {problem !== null && (
                    <div className="mt-3">
                        <Failure error={problem} small />
                    </div>
                )}
            </Dialog>
        </>
    );
}
