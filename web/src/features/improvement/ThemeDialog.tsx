import { useState } from "react";
import * as v from "valibot";
import { queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Conflict } from "../../ui/Conflict.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { useRevision } from "../../ui/useRevision.ts";
import { UnitPicker } from "../staff/UnitPicker.tsx";
import { useMoves } from "../training/useMoves.ts";
import { words } from "./theme_words.ts";

type Found = Schema<"Themes">;
type Row = Found["themes"][number];

interface Props {
    /** None: a new one. */
    theme: Row | null;
    found: Found;
    onClose: () => void;
}

interface Draft extends Record<string, unknown> {
    unit: number | null;
    title: string;
    issue: string;
    aim: string;
}

const filled = v.pipe(v.string(), v.trim(), v.nonEmpty());
const check = v.looseObject({ unit: v.number(), title: filled }) as unknown as v.GenericSchema<Draft, unknown>;
const draftOf = ({ unit, title, issue, aim }: Row): Draft => ({ unit, title, issue, aim });
const renew = () => queries.invalidateQueries({ queryKey: ["get", "/themes"] });

export function ThemeDialog({ theme, found, onClose }: Props) {
    const m = useWords(words);
    const { failed } = useMoves();
    const [first] = useState<Draft>(
        theme
            ? draftOf(theme)
            : { unit: found.may_name.length === 1 ? (found.may_name[0]?.unit ?? null) : null, title: "", issue: "", aim: "" },
    );
    const known = useRevision<Draft>({
        begun: { revision: theme?.revision ?? 0, values: first },
        get: async () => {
            const { data } = await server.GET("/themes", { params: { query: { fiscal_year: found.fiscal_year } } });
            const now = data?.themes.find(({ id }) => id === theme?.id);
            if (!now) throw new Error("the theme is gone");
            return { revision: now.revision, values: draftOf(now) };
        },
    });
    const form = useForm<Draft>({
        initial: first,
        check,
        draft: `theme.${theme?.id ?? "new"}`,
        save: known.guard(async ({ unit, title, issue, aim }, revision) => {
            const body = {
                unit: unit ?? 0,
                fiscal_year: found.fiscal_year,
                title: title.trim(),
                issue: issue.trim(),
                aim: aim.trim(),
            };
            if (theme)
                await server.PUT("/themes/{theme}", { params: { path: { theme: theme.id } }, body: { ...body, revision } });
            else await server.POST("/themes", { body });
            toast(m.saved);
            onClose();
            await renew();
        }),
    });
    const drop = (one: Row) =>
        server
            .DELETE("/themes/{theme}", { params: { path: { theme: one.id } } })
            .then(async () => {
                toast(m.dropped);
                onClose();
                await renew();
            })
            .catch(failed);
    return (
        <Dialog open onClose={onClose} title={theme ? m.change : m.add}>
            {known.theirs && (
                <div className="mb-4">
                    <Conflict
                        base={known.base}
                        mine={form.values}
                        theirs={known.theirs.values}
                        fields={{ title: m.theme, issue: m.issue, aim: m.aim, unit: m.unit }}
                        onChoose={(values) => {
                            known.goOn();
                            for (const name of ["title", "issue", "aim"] as const) form.set(name, values[name]);
                        }}
                    />
                </div>
            )}
            <Form form={form} submit={m.save} onCancel={onClose}>
                {found.may_name_any ? (
                    <UnitPicker required label={m.unit} everything="" {...form.field("unit")} />
                ) : (
                    found.may_name.length > 1 && (
                        <Select
                            required
                            label={m.unit}
                            options={found.may_name.map(({ unit, unit_name }) => ({ value: String(unit), label: unit_name }))}
                            {...form.field("unit")}
                            value={String(form.values.unit ?? "")}
                            onChange={(unit) => form.set("unit", Number(unit))}
                        />
                    )
                )}
                <TextField required label={m.theme} hint={m.theme_hint} maxLength={100} {...form.field("title")} />
                <TextField label={m.issue} hint={m.issue_hint} lines={3} maxLength={1000} {...form.field("issue")} />
                <TextField label={m.aim} hint={m.aim_hint} lines={3} maxLength={1000} {...form.field("aim")} />
            </Form>
            {theme && (
                <div className="mt-6 border-line border-t pt-4 text-right">
                    <Button look="quiet" size="small" onPress={() => void drop(theme)}>
                        {m.drop}
                    </Button>
                </div>
            )}
        </Dialog>
    );
}
