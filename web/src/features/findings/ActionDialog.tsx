import * as v from "valibot";
import { queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import type { Wave } from "../surveys/waves.ts";
import { useMoves } from "../training/useMoves.ts";
import { words } from "./action_words.ts";
import { type Action, type Actions, states } from "./actions.ts";

interface Props {
    /** None: a new one of the issue. */
    action: Action | null;
    issue: string;
    board: Actions;
    waves: readonly Wave[];
    onClose: () => void;
}

const valuesOf = (action: Action | null, issue: string, direction: string) => ({
    issue: action?.issue ?? issue,
    what: action?.what ?? "",
    direction: action?.direction ?? direction,
    measure: action?.measure ?? "",
    owner: action?.owner ?? "",
    due: action?.due ?? "",
    status: action?.status ?? ("planned" as Action["status"]),
    indicator: action?.indicator ?? "",
    wave: action?.wave ? String(action.wave) : "",
    note: action?.note ?? "",
});
type Values = ReturnType<typeof valuesOf>;

const check = v.looseObject({ issue: v.pipe(v.string(), v.nonEmpty()), what: v.pipe(v.string(), v.trim(), v.nonEmpty()) });

export function ActionDialog({ action, issue, board, waves, onClose }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const { failed } = useMoves();
    const direction = board.issues.find(({ code }) => code === issue)?.direction ?? "";
    const done = async (said: string) => {
        toast(said);
        await queries.invalidateQueries({ queryKey: ["get", "/survey-actions"] });
        onClose();
    };
    const form = useForm<Values>({
        initial: valuesOf(action, issue, direction),
        check: check as unknown as v.GenericSchema<Values, unknown>,
        draft: `action.${action?.id ?? `new.${issue}`}`,
        save: async (values) => {
            const body: Schema<"ActionForm"> = {
                ...values,
                what: values.what.trim(),
                due: values.due || null,
                wave: values.wave ? Number(values.wave) : null,
            };
            if (action)
                await server.PUT("/survey-actions/{id}", {
                    params: { path: { id: action.id } },
                    body: { ...body, revision: action.revision },
                });
            else await server.POST("/survey-actions", { body });
            await done(m.saved);
        },
    });
    const remove = (one: Action) =>
        server
            .DELETE("/survey-actions/{id}", { params: { path: { id: one.id } } })
            .then(() => done(m.removed))
            .catch(failed);
    return (
        <Dialog open onClose={onClose} title={action ? m.edit : m.add}>
            <Form form={form} submit={m.save} onCancel={onClose}>
                <Select
                    required
                    label={m.issue}
                    options={board.issues.map(({ code, name }) => ({ value: code, label: name }))}
                    {...form.field("issue")}
                />
                <TextField required label={m.what} lines={2} maxLength={500} {...form.field("what")} />
                <TextField label={m.change} hint={m.change_hint} lines={2} maxLength={500} {...form.field("direction")} />
                <TextField label={m.owner} hint={m.owner_hint} maxLength={100} {...form.field("owner")} />
                <DateField label={m.due} {...form.field("due")} />
                <Select
                    required
                    label={m.status}
                    options={states.map((value) => ({ value, label: m.states[value] }))}
                    {...form.field("status")}
                />
                <Select
                    label={m.indicator}
                    empty={m.no_indicator}
                    options={board.trends.map(({ survey, code, name, name_en }) => ({
                        value: `${survey}/${code}`,
                        label: pair(name, name_en),
                    }))}
                    {...form.field("indicator")}
                />
                <Select
                    label={m.measure}
                    empty={m.no_measure}
                    options={board.measures.map(({ code, name }) => ({ value: code, label: name }))}
                    {...form.field("measure")}
                />
                <Select
                    label={m.wave}
                    empty={m.no_wave}
                    options={waves
                        .filter(({ status }) => status === "closed")
                        .map(({ id, name }) => ({ value: String(id), label: name }))}
                    {...form.field("wave")}
                />
                <TextField label={m.note} lines={2} maxLength={1000} {...form.field("note")} />
            </Form>
            {action && (
                <div className="mt-6 border-line border-t pt-4 text-right">
                    <Button look="quiet" size="small" onPress={() => void remove(action)}>
                        {m.remove}
                    </Button>
                </div>
            )}
        </Dialog>
    );
}
