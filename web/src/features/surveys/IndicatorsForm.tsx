import { api } from "../../api/client.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { Survey } from "../answering/asked.ts";
import { type Edit, freeCode, hasOptions, type Indicator } from "./editing.ts";
import { words } from "./editor_words.ts";

const blank = (code: string): Indicator => ({
    code,
    name: "",
    name_en: "",
    question: "",
    item: "",
    options: [],
    lower_is_better: false,
    baseline_survey: "",
    baseline_question: "",
    baseline_options: [],
    claim: "",
    issue: "",
    clause: "",
});

/** The shares that are followed from round to round. */
export function IndicatorsForm({ survey, onChange }: { survey: Survey; onChange: (edit: Edit) => void }) {
    const m = useWords(words);
    const set = (indicators: Indicator[]) => onChange((before) => ({ ...before, indicators }));
    const { indicators } = survey;
    return (
        <div className="grid gap-5">
            <p className="text-quiet">{m.indicators_lead}</p>
            {indicators.length === 0 && <p>{m.no_indicators}</p>}
            {indicators.map((indicator) => (
                <details key={indicator.code} open={indicator.name === ""} className="rounded-8 border border-line px-4 py-2">
                    <summary className="cursor-pointer font-bold">{indicator.name || m.indicator_name}</summary>
                    <OneIndicator
                        survey={survey}
                        indicator={indicator}
                        onChange={(part) =>
                            set(indicators.map((one) => (one.code === indicator.code ? { ...one, ...part } : one)))
                        }
                        onRemove={() => set(indicators.filter((one) => one !== indicator))}
                    />
                </details>
            ))}
            <div>
                <Button size="small" onPress={() => set([...indicators, blank(freeCode(indicators, "I"))])}>
                    {m.add_indicator}
                </Button>
            </div>
        </div>
    );
}

interface Props {
    survey: Survey;
    indicator: Indicator;
    onChange: (part: Partial<Indicator>) => void;
    onRemove: () => void;
}

function OneIndicator({ survey, indicator, onChange, onRemove }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const issues = api.useQuery("get", "/plan").data?.plan?.issues ?? [];
    const asked = survey.questions.filter(({ type }) => hasOptions(type));
    const question = asked.find(({ code }) => code === indicator.question);
    return (
        <div className="mt-3 grid gap-5 pb-2">
            <TextField
                plain
                label={m.indicator_name}
                maxLength={200}
                value={indicator.name}
                onChange={(name) => onChange({ name })}
            />
            <TextField
                plain
                label={m.indicator_name_en}
                maxLength={200}
                value={indicator.name_en}
                onChange={(name_en) => onChange({ name_en })}
            />
            <Select
                plain
                label={m.indicator_question}
                empty={m.choose}
                value={indicator.question}
                options={asked.map(({ code, text, text_en }) => ({
                    value: code,
                    label: m.if_question(survey.questions.findIndex((one) => one.code === code) + 1, pair(text, text_en)),
                }))}
                onChange={(code) => onChange({ question: code, item: "", options: [] })}
            />
            {question?.type === "matrix" && (
                <Select
                    plain
                    label={m.indicator_item}
                    empty={m.choose}
                    value={indicator.item}
                    options={question.items.map(({ code, text, text_en }) => ({ value: code, label: pair(text, text_en) }))}
                    onChange={(item) => onChange({ item })}
                />
            )}
            {question && (
                <fieldset>
                    <legend className="mb-1 font-bold">{m.indicator_options}</legend>
                    {question.options.map(({ code, text, text_en }) => (
                        <Checkbox
                            key={code}
                            checked={indicator.options.includes(code)}
                            onChange={(on) =>
                                onChange({
                                    options: on ? [...indicator.options, code] : indicator.options.filter((one) => one !== code),
                                })
                            }
                        >
                            {pair(text, text_en)}
                        </Checkbox>
                    ))}
                </fieldset>
            )}
            <Checkbox checked={indicator.lower_is_better} onChange={(lower_is_better) => onChange({ lower_is_better })}>
                {m.indicator_lower}
            </Checkbox>
            <Select
                plain
                label={m.indicator_issue}
                empty={m.indicator_none}
                value={indicator.issue}
                options={issues.map(({ code, name }) => ({ value: code, label: name }))}
                onChange={(issue) => onChange({ issue })}
            />
            <TextField
                plain
                label={m.indicator_claim}
                lines={2}
                maxLength={500}
                value={indicator.claim}
                onChange={(claim) => onChange({ claim })}
            />
            {indicator.baseline_survey && <p className="text-quiet text-sm">{m.indicator_baseline(indicator.baseline_survey)}</p>}
            <div>
                <Button size="small" look="quiet" onPress={onRemove}>
                    {m.indicator_remove}
                </Button>
            </div>
        </div>
    );
}
