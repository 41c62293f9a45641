import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { Survey } from "../answering/asked.ts";
import type { Chosen } from "./chosen.ts";
import { aboutOf } from "./editing.ts";
import { words } from "./editor_words.ts";

interface Props {
    survey: Survey;
    problems: readonly { pointer: string }[];
    chosen: Chosen;
    onChoose: (chosen: Chosen) => void;
    onAddQuestion: () => void;
    onAddSection: () => void;
}

/** The questionnaire at a glance: its sections with their questions. */
export function Outline({ survey, problems, chosen, onChoose, onAddQuestion, onAddSection }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const wrong = problems.map(({ pointer }) => aboutOf(survey, pointer));
    const known = new Set(survey.sections.map(({ code }) => code));
    const stray = survey.questions.filter(({ section }) => !known.has(section));
    const line = (question: Survey["questions"][number]) => (
        <li key={question.code}>
            <Line
                on={chosen.question === question.code}
                wrong={wrong.some((about) => about.question === question.code)}
                onPress={() => onChoose({ question: question.code })}
            >
                <span className="mr-1.5 text-quiet">{m.number_of(survey.questions.indexOf(question) + 1)}</span>
                {pair(question.text, question.text_en) || m.untitled_question}
            </Line>
        </li>
    );
    return (
        <nav aria-label={m.outline} className="text-table">
            <Line on={!chosen.question && !chosen.section && !chosen.indicators} onPress={() => onChoose({})}>
                {m.head}
            </Line>
            {stray.length > 0 && (
                <>
                    <p className="mt-3 px-2 font-bold">{m.no_section}</p>
                    <ul>{stray.map(line)}</ul>
                </>
            )}
            {survey.sections.map((section) => (
                <div key={section.code} className="mt-3">
                    <Line
                        strong
                        on={chosen.section === section.code}
                        wrong={wrong.some((about) => about.section === section.code)}
                        onPress={() => onChoose({ section: section.code })}
                    >
                        {pair(section.title, section.title_en) || m.untitled_section}
                    </Line>
                    <ul>{survey.questions.filter((question) => question.section === section.code).map(line)}</ul>
                </div>
            ))}
            <div className="mt-3 grid gap-2">
                <Button size="small" onPress={onAddQuestion}>
                    {m.add_question}
                </Button>
                <Button size="small" look="quiet" onPress={onAddSection}>
                    {m.add_section}
                </Button>
            </div>
            <div className="mt-3 border-line border-t pt-3">
                <Line on={chosen.indicators === true} onPress={() => onChoose({ indicators: true })}>
                    {m.indicators}
                </Line>
            </div>
        </nav>
    );
}

interface LineProps {
    on: boolean;
    strong?: boolean;
    wrong?: boolean;
    onPress: () => void;
    children: React.ReactNode;
}

function Line({ on, strong, wrong, onPress, children }: LineProps) {
    const m = useWords(words);
    return (
        <button
            type="button"
            aria-current={on ? "true" : undefined}
            onClick={onPress}
            className={classes(
                "flex w-full cursor-pointer items-start gap-1 rounded-4 border-l-4 px-2 py-1.5 text-left hover:bg-primary-wash",
                on ? "border-primary bg-primary-wash" : "border-transparent",
                strong && "font-bold",
            )}
        >
            <span className="line-clamp-2 min-w-0 flex-1">{children}</span>
            {wrong && (
                <>
                    <Icon name="bad" size={16} className="mt-1 text-bad" />
                    <span className="sr-only">{m.wrong}</span>
                </>
            )}
        </button>
    );
}
