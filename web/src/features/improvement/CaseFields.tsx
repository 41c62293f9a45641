import { use } from "react";
import { api } from "../../api/client.ts";
import { useMe } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Form } from "../../ui/Form.tsx";
import { Section } from "../../ui/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { FormState } from "../../ui/useForm.ts";
import { Writing } from "../../ui/Writing.tsx";
import { UnitPicker } from "../staff/UnitPicker.tsx";
import { axes, type CaseDraft, type TextName, toolYenOf } from "./cases.ts";
import { FlowField } from "./FlowField.tsx";
import { amountsOf, gainOf } from "./flow.ts";
import { words as flow_words } from "./flow_words.ts";
import { words } from "./form_words.ts";
import { GainLine } from "./GainLine.tsx";
import { TeamField } from "./TeamField.tsx";
import { ToolsField } from "./ToolsField.tsx";
import { terms } from "./terms.ts";

interface Props {
    form: FormState<CaseDraft>;
    hourly: { yen: number; source: string };
    submit: string;
    onCancel: () => void;
}

/** The whole case in one column, in the order it is told; only the title is needed to begin. */
export function CaseFields({ form, hourly, submit, onCancel }: Props) {
    const m = useWords(words);
    const text = (name: TextName, hint?: string, lines = 4) => (
        <Writing label={m[name]} hint={hint} lines={lines} {...form.field(name)} />
    );
    return (
        <Form form={form} submit={submit} onCancel={onCancel}>
            <Part title={m.parts.what}>
                <What form={form} />
            </Part>
            <Part title={m.parts.issue}>
                {text("problem", m.problem_hint)}
                {text("cause", undefined, 3)}
            </Part>
            <Part title={m.parts.study}>
                {text("direction", m.direction_hint)}
                {text("support", m.support_hint, 2)}
            </Part>
            <Part title={m.parts.action}>
                <Writing
                    label={m.done}
                    hint={m.done_hint}
                    lines={6}
                    files={form.values.files}
                    onFiles={(files) => form.set("files", [...files])}
                    {...form.field("done")}
                />
                <ToolsField tools={form.values.tools} onChange={(tools) => form.set("tools", tools)} error={form.errors.tools} />
            </Part>
            <Part title={m.parts.effect}>
                <Flow form={form} hourly={hourly} />
                {text("citizen_benefit", m.citizen_hint, 3)}
                {text("staff_benefit", m.staff_hint, 3)}
                {text("hours_used_for", m.hours_hint, 3)}
            </Part>
            <Part title={m.parts.team}>
                <TeamField team={form.values.team} onChange={(team) => form.set("team", team)} />
            </Part>
        </Form>
    );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
    return (
        <Section title={title}>
            <div className="grid grid-cols-1 gap-6">{children}</div>
        </Section>
    );
}

function What({ form }: { form: FormState<CaseDraft> }) {
    const m = useWords(words);
    const t = useWords(terms);
    const me = useMe();
    const { language } = use(LanguageContext);
    const { unit, fiscal_year } = form.values;
    const themes = api.useQuery(
        "get",
        "/themes",
        { params: { query: { fiscal_year, unit: unit ?? undefined } } },
        { enabled: unit !== null },
    );
    const own = themes.data?.themes.filter((theme) => theme.unit === unit) ?? [];
    const years = [...new Set([me.fiscal_year, me.fiscal_year - 1, me.fiscal_year - 2, fiscal_year])].toSorted((a, b) => b - a);
    return (
        <>
            <TextField
                required
                label={m.title}
                hint={m.title_hint}
                maxLength={100}
                className="max-w-3xl"
                {...form.field("title")}
            />
            <TextField label={m.summary} hint={m.summary_hint} maxLength={200} className="max-w-3xl" {...form.field("summary")} />
            <UnitPicker
                required
                label={m.unit}
                hint={m.unit_hint}
                everything=""
                {...form.field("unit")}
                onChange={(next) => {
                    form.set("unit", next);
                    form.set("theme", "");
                }}
            />
            <div className="flex flex-wrap gap-6">
                <Select
                    required
                    className="w-44"
                    label={m.fiscal_year}
                    options={years.map((year) => ({ value: String(year), label: fiscalYear(year, language) }))}
                    {...form.field("fiscal_year")}
                    value={String(fiscal_year)}
                    onChange={(year) => {
                        form.set("fiscal_year", Number(year));
                        form.set("theme", "");
                    }}
                />
                {own.length > 0 && (
                    <Select
                        className="min-w-0 flex-1 basis-64 max-w-xl"
                        label={m.theme}
                        empty={m.no_theme}
                        options={own.map(({ id, title }) => ({ value: String(id), label: title }))}
                        {...form.field("theme")}
                    />
                )}
            </div>
            <fieldset>
                <legend className="mb-1 font-bold">{m.axes}</legend>
                <div className="flex flex-wrap gap-x-6">
                    {axes.map((axis) => (
                        <Checkbox
                            key={axis}
                            checked={form.values.axes.includes(axis)}
                            onChange={(on) =>
                                form.set(
                                    "axes",
                                    axes.filter((one) => (one === axis ? on : form.values.axes.includes(one))),
                                )
                            }
                        >
                            {t.axis[axis]}
                        </Checkbox>
                    ))}
                </div>
            </fieldset>
        </>
    );
}

/** Both sides of the flow and, as it is typed, what a year of the change saves. */
function Flow({ form, hourly }: Pick<Props, "form" | "hourly">) {
    const m = useWords(flow_words);
    const { steps_before, steps_after, tools } = form.values;
    const gain = gainOf(steps_before.map(amountsOf), steps_after.map(amountsOf), hourly.yen, toolYenOf(tools));
    const tried = form.attempts > 0;
    return (
        <section aria-label={m.title} className="grid grid-cols-1 gap-4">
            <div>
                <h3 className="font-bold">{m.title}</h3>
                <p className="text-quiet text-sm">{m.lead}</p>
            </div>
            <FlowField
                title={m.before}
                steps={steps_before}
                onChange={(steps) => form.set("steps_before", steps)}
                tried={tried}
            />
            <FlowField
                title={m.after}
                steps={steps_after}
                onChange={(steps) => form.set("steps_after", steps)}
                tried={tried}
                other={steps_before}
            />
            <div aria-live="polite" className="rounded-8 bg-primary-wash px-4 py-3">
                <GainLine gain={gain} hourly={hourly} ahead />
            </div>
        </section>
    );
}
