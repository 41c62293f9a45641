import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import type { Question, Survey } from "../answering/asked.ts";
import { ConditionField } from "./ConditionField.tsx";
import {
    changeQuestion,
    type Edit,
    hasOptions,
    type Item,
    moveQuestion,
    newItem,
    newOption,
    type Option,
    types,
    withType,
} from "./editing.ts";
import { words } from "./editor_words.ts";
import { ListField } from "./ListField.tsx";
import { NumberBounds } from "./NumberBounds.tsx";
import { terms } from "./terms.ts";

interface Props {
    survey: Survey;
    question: Question;
    onChange: (edit: Edit) => void;
    onDuplicate: () => void;
    onRemove: () => void;
}

/** All that can be said of one question. */
export function QuestionForm({ survey, question, onChange, onDuplicate, onRemove }: Props) {
    const m = useWords(words);
    const t = useWords(terms);
    const set = (part: Partial<Question>) => onChange(changeQuestion(question.code, part));
    const { type } = question;
    return (
        <div className="grid gap-5">
            <div className="flex flex-wrap items-center gap-2">
                <strong className="mr-auto">
                    {m.number_of(survey.questions.indexOf(question) + 1)} <code className="text-quiet">{question.code}</code>
                </strong>
                <Button size="small" onPress={() => onChange(moveQuestion(question.code, -1))}>
                    {m.up}
                </Button>
                <Button size="small" onPress={() => onChange(moveQuestion(question.code, 1))}>
                    {m.down}
                </Button>
                <Button size="small" onPress={onDuplicate}>
                    {m.duplicate}
                </Button>
                <Button size="small" look="quiet" onPress={onRemove}>
                    {m.remove}
                </Button>
            </div>
            {question.text_lost && <Notice tone="warn">{m.text_lost}</Notice>}
            <TextField
                plain
                label={m.text}
                lines={2}
                maxLength={1000}
                value={question.text}
                onChange={(text) => set({ text, text_lost: question.text_lost && text === question.text })}
            />
            <TextField
                plain
                label={m.text_en}
                lines={2}
                maxLength={1000}
                value={question.text_en}
                onChange={(text_en) => set({ text_en })}
            />
            <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
                <Select
                    plain
                    label={m.type}
                    value={type}
                    options={types.map((value) => ({ value, label: t.type[value] }))}
                    onChange={(next) => {
                        const before = question;
                        const after = withType(question, next);
                        set(after);
                        if (dropped(before, after)) toast(m.type_changed, { undo: () => set(before) });
                    }}
                />
                <Select
                    plain
                    label={m.section}
                    value={question.section}
                    empty={survey.sections.some(({ code }) => code === question.section) ? undefined : m.no_section}
                    options={survey.sections.map(({ code, title }) => ({ value: code, label: title || m.untitled_section }))}
                    onChange={(section) => set({ section })}
                />
            </div>
            <div>
                <Checkbox checked={question.required} onChange={(required) => set({ required })}>
                    {m.required}
                </Checkbox>
                {type === "single" && (
                    <Checkbox checked={question.cut} onChange={(cut) => set({ cut })} hint={m.cut_hint}>
                        {m.cut}
                    </Checkbox>
                )}
            </div>
            {type === "matrix" && (
                <ListField<Item>
                    title={m.items}
                    says={{ one: m.item, one_en: m.item_en, up: m.item_up, remove: m.item_remove }}
                    add={m.add_item}
                    list={question.items}
                    make={newItem}
                    onChange={(items) => set({ items })}
                />
            )}
            {hasOptions(type) && <Options question={question} set={set} />}
            {type === "number" && <NumberBounds key={question.code} question={question} onChange={set} />}
            <ConditionField survey={survey} question={question} onChange={set} />
            <TextField plain label={m.hint} lines={2} maxLength={500} value={question.hint} onChange={(hint) => set({ hint })} />
            <TextField
                plain
                label={m.hint_en}
                lines={2}
                maxLength={500}
                value={question.hint_en}
                onChange={(hint_en) => set({ hint_en })}
            />
            <details>
                <summary className="cursor-pointer text-primary underline underline-offset-4">{m.more}</summary>
                <div className="mt-3 grid gap-5">
                    <TextField
                        plain
                        label={m.clause}
                        maxLength={300}
                        value={question.clause}
                        onChange={(clause) => set({ clause })}
                    />
                    <TextField
                        plain
                        label={m.note}
                        lines={2}
                        maxLength={1000}
                        value={question.note}
                        onChange={(note) => set({ note })}
                    />
                </div>
            </details>
        </div>
    );
}

const dropped = (before: Question, after: Question) =>
    before.options.length > after.options.length || before.items.length > after.items.length || before.unit !== after.unit;

function Options({ question, set }: { question: Question; set: (part: Partial<Question>) => void }) {
    const m = useWords(words);
    const { type, options, most_choices } = question;
    const counts = options.map((_, index) => index + 1).slice(1, -1);
    return (
        <>
            <ListField<Option>
                title={type === "scale" || type === "matrix" ? m.options_scale : m.options}
                says={{ one: m.option, one_en: m.option_en, up: m.option_up, remove: m.option_remove }}
                add={m.add_option}
                list={options}
                make={newOption}
                onChange={(next) => set({ options: next })}
                more={
                    type === "single" || type === "multiple"
                        ? (option, change) => (
                              <div className="flex flex-wrap gap-x-4 text-table">
                                  <Checkbox checked={option.with_text} onChange={(with_text) => change({ with_text })}>
                                      {m.with_text}
                                  </Checkbox>
                                  {type === "multiple" && (
                                      <Checkbox checked={option.alone} onChange={(alone) => change({ alone })}>
                                          {m.alone}
                                      </Checkbox>
                                  )}
                              </div>
                          )
                        : undefined
                }
            />
            {type === "multiple" && (
                <Select
                    plain
                    label={m.most_choices}
                    value={String(most_choices)}
                    options={[
                        { value: "0", label: m.most_choices_any },
                        ...counts.map((n) => ({ value: String(n), label: m.most_choices_of(n) })),
                    ]}
                    onChange={(n) => set({ most_choices: Number(n) })}
                />
            )}
        </>
    );
}
