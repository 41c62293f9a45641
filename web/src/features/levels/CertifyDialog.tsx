import * as v from "valibot";
import { queries, server } from "../../api/client.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { refusedPeople } from "./level.ts";
import { words } from "./words.ts";

interface Props {
    level: string;
    name: string;
    staff: readonly number[];
    ground: "rule" | "deemed";
    /** The day the certification is first proposed for. */
    day: string;
    onClose: () => void;
    onDone?: () => void;
}

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** One decision for everybody chosen: its number and day, from when, and the ground. */
export function CertifyDialog({ level, name, staff, ground, day, onClose, onDone }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const form = useForm({
        initial: { ground, certified_on: day, basis_no: "", basis_on: "", basis: "", valid_until: "" },
        check: v.pipe(
            v.object({
                ground: v.picklist(["rule", "deemed"]),
                certified_on: text,
                basis_no: text,
                basis_on: text,
                basis: v.string(),
                valid_until: v.string(),
            }),
            v.forward(
                v.partialCheck(
                    [["ground"], ["basis"]],
                    (given) => given.ground === "rule" || given.basis.trim() !== "",
                    m.basis_needed,
                ),
                ["basis"],
            ),
        ),
        save: async ({ basis, valid_until, ...given }) => {
            const { data } = await server.POST("/levels/{code}/certifications", {
                params: { path: { code: level } },
                body: { ...given, staff: [...staff], basis: basis || null, valid_until: valid_until || null },
            });
            await queries.invalidateQueries();
            toast(m.certified(data?.certifications.length ?? staff.length));
            onDone?.();
            onClose();
        },
    });
    const refused = refusedPeople(form.refusal);
    return (
        <Dialog open onClose={onClose} title={m.certify_title(staff.length, name)}>
            <p className="mb-4 text-quiet">{m.certify_lead}</p>
            <Form form={form} submit={m.certify(staff.length)} onCancel={onClose}>
                {refused.length > 0 && (
                    <Notice tone="bad" title={m.refused} live>
                        <ul className="list-disc pl-5">
                            {refused.map(({ pointer, problem, problem_en }) => (
                                <li key={pointer}>{pair(problem, problem_en)}</li>
                            ))}
                        </ul>
                    </Notice>
                )}
                <TextField required label={m.basis_no} hint={m.basis_no_hint} {...form.field("basis_no")} />
                <DateField required label={m.basis_on} {...form.field("basis_on")} />
                <DateField required label={m.certified_on} {...form.field("certified_on")} />
                <RadioGroup
                    label={m.ground}
                    options={(["rule", "deemed"] as const).map((value) => ({
                        value,
                        label: m.grounds[value],
                        hint: m.ground_hint[value],
                    }))}
                    {...form.field("ground")}
                />
                {form.values.ground === "deemed" && (
                    <TextField required label={m.basis} hint={m.basis_hint} lines={2} {...form.field("basis")} />
                )}
                <DateField label={m.valid_until} hint={m.valid_until_hint} {...form.field("valid_until")} />
            </Form>
        </Dialog>
    );
}
