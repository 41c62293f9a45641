import { useId } from "react";
import { number } from "../../i18n/numbers.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { toast } from "../../ui/toasts.ts";
import { amountsOf, emptyStep, hoursOf, type StepDraft, unreadable } from "./flow.ts";
import { words } from "./flow_words.ts";

interface Props {
    title: string;
    steps: readonly StepDraft[];
    onChange: (steps: StepDraft[]) => void;
    /** What is missing is marked once sending was tried. */
    tried: boolean;
    /** The steps of the other side, to begin from. */
    other?: readonly StepDraft[];
}

type FieldName = "name" | "minutes" | "people" | "times";

// The name takes the whole width of a phone, the figures stand below it; on a desk all stand in a row.
const grid =
    "grid grid-cols-[repeat(3,minmax(0,1fr))_4.5rem_2.5rem] items-end gap-x-2 gap-y-1 desk:grid-cols-[minmax(0,1fr)_6rem_5rem_6rem_6rem_2.5rem]";

/** The steps of one side as they are typed; the hours stand beside each and below all. */
export function FlowField({ title, steps, onChange, tried, other = [] }: Props) {
    const m = useWords(words);
    const wrong = tried ? unreadable(steps) : [];
    const change = (key: string, part: Partial<StepDraft>) =>
        onChange(steps.map((step) => (step.key === key ? { ...step, ...part } : step)));
    const remove = (step: StepDraft) => {
        onChange(steps.filter(({ key }) => key !== step.key));
        toast(m.removed, { undo: () => onChange([...steps]) });
    };
    return (
        <fieldset className="rounded-8 border border-line px-3 pb-3">
            <legend className="px-1 font-bold">{title}</legend>
            {steps.length === 0 && <p className="py-2 text-quiet text-sm">{m.no_steps}</p>}
            <ol className="grid gap-3">
                {steps.map((step, index) => (
                    <StepRow
                        key={step.key}
                        side={title}
                        at={index + 1}
                        step={step}
                        wrong={wrong.filter(({ key }) => key === step.key).map(({ field }) => field)}
                        onChange={(part) => change(step.key, part)}
                        onRemove={() => remove(step)}
                    />
                ))}
            </ol>
            <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
                <Button size="small" onPress={() => onChange([...steps, emptyStep(steps)])}>
                    {m.add}
                </Button>
                {steps.length === 0 && other.length > 0 && (
                    <Button size="small" look="quiet" onPress={() => onChange([...other])}>
                        {m.copy}
                    </Button>
                )}
                <strong aria-live="polite" className="tabular ml-auto">
                    {m.total} {m.hours_of(hoursOf(steps.map(amountsOf)))}
                </strong>
            </div>
        </fieldset>
    );
}

interface RowProps {
    side: string;
    at: number;
    step: StepDraft;
    wrong: readonly string[];
    onChange: (part: Partial<StepDraft>) => void;
    onRemove: () => void;
}

function StepRow({ side, at, step, wrong, onChange, onRemove }: RowProps) {
    const m = useWords(words);
    const figures = [
        ["minutes", m.minutes],
        ["people", m.people],
        ["times", m.times],
    ] as const;
    return (
        <li className={grid}>
            <Cell
                className="col-span-full desk:col-span-1"
                label={m.step}
                says={m.one(side, at, m.step)}
                value={step.name}
                problem={wrong.includes("name") ? m.name_needed : undefined}
                onChange={(name) => onChange({ name })}
            />
            {figures.map(([field, label]) => (
                <Cell
                    key={field}
                    numeric
                    label={label}
                    says={m.one(side, at, label)}
                    value={step[field]}
                    problem={wrong.includes(field) ? m.figure_needed : undefined}
                    onChange={(typed) => onChange({ [field satisfies FieldName]: typed })}
                />
            ))}
            <span className="tabular min-h-10 content-center text-right">
                <span className="sr-only">{m.hours} </span>
                {number(hoursOf([amountsOf(step)]))}
                <span className="ml-0.5 text-quiet text-sm">h</span>
            </span>
            <IconButton
                icon="close"
                label={step.name.trim() ? m.remove(step.name.trim()) : m.remove_unnamed(at)}
                onPress={onRemove}
            />
        </li>
    );
}

interface CellProps {
    label: string;
    /** What a reader hears: which row, which field. */
    says: string;
    value: string;
    problem: string | undefined;
    onChange: (typed: string) => void;
    numeric?: boolean;
    className?: string;
}

function Cell({ label, says, value, problem, onChange, numeric, className }: CellProps) {
    const id = useId();
    return (
        <div className={className}>
            <span aria-hidden="true" className="block text-quiet text-sm">
                {label}
            </span>
            <input
                aria-label={says}
                aria-invalid={problem ? true : undefined}
                aria-describedby={problem ? id : undefined}
                inputMode={numeric ? "decimal" : undefined}
                maxLength={numeric ? 9 : 100}
                autoComplete="off"
                value={value}
                onChange={({ target }) => onChange(target.value)}
                className={`field field-small ${numeric ? "tabular text-right" : ""}`}
            />
            {problem && (
                <span id={id} className="block text-bad text-sm">
                    {problem}
                </span>
            )}
        </div>
    );
}
