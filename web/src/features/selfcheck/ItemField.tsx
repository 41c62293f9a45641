import { useId, useState } from "react";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { DateField } from "../../ui/DateField.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { type Answer, type Choice, choices, type Item, type Lack, needsRemedy, type Typed } from "./answers.ts";
import { signs, terms } from "./terms.ts";
import { words } from "./words.ts";

interface Props {
    item: Item;
    at: number;
    typed: Typed | undefined;
    known: Answer | undefined;
    usual_due: string;
    lacks: readonly Lack[];
    onChange: (part: Partial<Typed>) => void;
}

/** One item: what is looked at, four answers at the thumb, and what is done about a "no". */
export function ItemField({ item, at, typed, known, usual_due, lacks, onChange }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const id = useId();
    const text = pair(item.text, item.text_en);
    const good = pair(item.good, item.good_en);
    const choice = typed?.answer ?? null;
    const choose = (answer: Choice) => onChange({ answer, ...(needsRemedy(answer) && !typed?.due && { due: usual_due }) });
    return (
        <li data-lacks={lacks.length > 0 ? "" : undefined} className="keep-together border-line border-b py-4">
            <fieldset aria-describedby={good ? `${id}-good` : undefined}>
                <legend className="flex gap-2 font-bold">
                    <span className="tabular shrink-0 text-quiet">{at}.</span>
                    <span>{text}</span>
                </legend>
                {good && (
                    <p id={`${id}-good`} className="mt-0.5 text-quiet text-sm">
                        {m.good}: {good}
                    </p>
                )}
                <Before known={known} />
                <Choices name={id} value={choice} invalid={lacks.includes("answer")} onChoose={choose} />
                {lacks.includes("answer") && <Wrong>{m.lack.answer}</Wrong>}
            </fieldset>
            {needsRemedy(choice) && typed && <Remedying typed={typed} lacks={lacks} onChange={onChange} />}
            <Remark remark={typed?.remark ?? ""} about={text} onChange={(remark) => onChange({ remark })} />
        </li>
    );
}

const Wrong = ({ children }: { children: string }) => (
    <p className="mt-1 flex gap-1 font-bold text-bad text-sm">
        <Icon name="bad" size={18} className="mt-0.5" />
        {children}
    </p>
);

function Before({ known }: { known: Answer | undefined }) {
    const m = useWords(words);
    const t = useWords(terms);
    const before = known?.before;
    if (!before) return null;
    return (
        <p className="mt-0.5 text-sm">
            {m.before(t.choice[before.answer])}
            {before.what && (
                <span className="text-quiet">
                    {" "}
                    – {before.what}
                    {before.remedied && ` (${m.before_remedied})`}
                </span>
            )}
        </p>
    );
}

interface ChoicesProps {
    name: string;
    value: Choice | null;
    invalid: boolean;
    onChoose: (choice: Choice) => void;
}

function Choices({ name, value, invalid, onChoose }: ChoicesProps) {
    const t = useWords(terms);
    return (
        <div className="mt-2 grid grid-cols-4 gap-1 sm:max-w-lg">
            {choices.map((choice) => (
                <label
                    key={choice}
                    className={classes(
                        "flex min-h-12 cursor-pointer flex-col items-center justify-center rounded-8 border px-1 text-center text-sm leading-tight has-focus-visible:outline-4 has-focus-visible:outline-black has-focus-visible:outline-offset-2 sm:flex-row sm:gap-2 sm:text-base",
                        value === choice
                            ? "border-2 border-primary bg-primary-wash font-bold text-primary"
                            : invalid
                              ? "border-bad"
                              : "border-line-strong hover:bg-wash",
                    )}
                >
                    <input
                        type="radio"
                        name={name}
                        value={choice}
                        checked={value === choice}
                        aria-invalid={invalid || undefined}
                        onChange={() => onChoose(choice)}
                        className="sr-only"
                    />
                    <span aria-hidden="true">{signs[choice]}</span>
                    {t.choice[choice]}
                </label>
            ))}
        </div>
    );
}

interface RemedyingProps {
    typed: Typed;
    lacks: readonly Lack[];
    onChange: (part: Partial<Typed>) => void;
}

function Remedying({ typed, lacks, onChange }: RemedyingProps) {
    const m = useWords(words);
    const wrong = (field: "what" | "who" | "due") => (lacks.includes(field) ? m.lack[field] : undefined);
    return (
        <fieldset className="mt-3 rounded-8 border-primary border-l-4 bg-wash px-4 py-3">
            <legend className="sr-only">{m.remedy_title}</legend>
            <p aria-hidden="true" className="mb-2 font-bold">
                {m.remedy_title}
            </p>
            <div className="grid gap-3 sm:grid-cols-2">
                <TextField
                    required
                    small
                    className="sm:col-span-2"
                    label={m.what}
                    hint={m.what_hint}
                    lines={2}
                    maxLength={500}
                    value={typed.what}
                    onChange={(what) => onChange({ what })}
                    error={wrong("what")}
                />
                <TextField
                    required
                    small
                    label={m.who}
                    hint={m.who_hint}
                    maxLength={100}
                    value={typed.who}
                    onChange={(who) => onChange({ who })}
                    error={wrong("who")}
                />
                <DateField
                    required
                    small
                    label={m.due}
                    value={typed.due}
                    onChange={(due) => onChange({ due })}
                    error={wrong("due")}
                />
            </div>
        </fieldset>
    );
}

interface RemarkProps {
    remark: string;
    about: string;
    onChange: (remark: string) => void;
}

function Remark({ remark, about, onChange }: RemarkProps) {
    const m = useWords(words);
    const [open, setOpen] = useState(remark !== "");
    if (!open && !remark)
        return (
            <Button
                size="small"
                look="quiet"
                className="no-print mt-2 -ml-3"
                aria-label={`${about}: ${m.remark_add}`}
                onPress={() => setOpen(true)}
            >
                {m.remark_add}
            </Button>
        );
    return (
        <TextField
            plain
            small
            className="mt-2"
            label={m.remark}
            hint={m.remark_hint}
            lines={2}
            maxLength={1000}
            value={remark}
            onChange={onChange}
        />
    );
}
