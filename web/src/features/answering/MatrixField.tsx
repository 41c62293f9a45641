import { useId } from "react";
import { usePair } from "../../i18n/words.ts";
import { classes } from "../../ui/classes.ts";
import { Phrases } from "../../ui/Phrases.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { type Answer, chooseFor, type Question } from "./asked.ts";

interface Props {
    question: Question;
    answer: Answer;
    onAnswer: (answer: Answer) => void;
    narrow: boolean;
}

/** Items × options: a table where there is room, else the items one under the other, each with its options. */
export function MatrixField({ narrow, ...props }: Props) {
    return narrow ? <ItemList {...props} /> : <ItemTable {...props} />;
}

type Inner = Omit<Props, "narrow">;
const chosenFor = (answer: Answer, code: string) => answer.items.find(({ item }) => item === code)?.option;

function ItemTable({ question, answer, onAnswer }: Inner) {
    const pair = usePair();
    const name = useId();
    const title = pair(question.text, question.text_en);
    return (
        <Scroll label={title} className="max-w-full overflow-x-auto rounded-8 border border-line">
            <table className="w-full text-table">
                <caption className="sr-only">{title}</caption>
                <thead>
                    <tr className="bg-solid-gray-50">
                        <td className="min-w-40" />
                        {question.options.map(({ code, text, text_en }) => (
                            <th
                                key={code}
                                scope="col"
                                className="min-w-20 px-2 py-2 text-center align-bottom font-normal text-sm"
                            >
                                <Phrases>{pair(text, text_en)}</Phrases>
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {question.items.map((item) => (
                        <tr key={item.code} data-choices>
                            <th scope="row" className="border-line border-t px-3 py-2 text-left font-normal">
                                {pair(item.text, item.text_en)}
                            </th>
                            {question.options.map((option) => {
                                const chosen = chosenFor(answer, item.code) === option.code;
                                return (
                                    <td
                                        key={option.code}
                                        className={classes("border-line border-t p-0", chosen && "bg-primary-wash")}
                                    >
                                        <label className="grid min-h-12 cursor-pointer place-items-center hover:bg-primary-wash">
                                            <input
                                                type="radio"
                                                name={`${name}-${item.code}`}
                                                aria-label={`${pair(item.text, item.text_en)}: ${pair(option.text, option.text_en)}`}
                                                checked={chosen}
                                                onChange={() => onAnswer(chooseFor(answer, item.code, option.code))}
                                                className="size-5 cursor-pointer accent-primary"
                                            />
                                        </label>
                                    </td>
                                );
                            })}
                        </tr>
                    ))}
                </tbody>
            </table>
        </Scroll>
    );
}

function ItemList({ question, answer, onAnswer }: Inner) {
    const pair = usePair();
    const name = useId();
    return (
        <div className="grid gap-5">
            {question.items.map((item) => (
                <fieldset key={item.code} data-choices>
                    <legend className="mb-1 font-bold text-table">{pair(item.text, item.text_en)}</legend>
                    <div className="overflow-hidden rounded-8 border border-line-strong">
                        {question.options.map((option) => {
                            const chosen = chosenFor(answer, item.code) === option.code;
                            return (
                                <label
                                    key={option.code}
                                    className={classes(
                                        "flex min-h-12 cursor-pointer items-center gap-3 border-line border-t px-4 py-2 first:border-t-0",
                                        chosen && "bg-primary-wash",
                                    )}
                                >
                                    <input
                                        type="radio"
                                        name={`${name}-${item.code}`}
                                        checked={chosen}
                                        onChange={() => onAnswer(chooseFor(answer, item.code, option.code))}
                                        className="size-5 shrink-0 cursor-pointer accent-primary"
                                    />
                                    {pair(option.text, option.text_en)}
                                </label>
                            );
                        })}
                    </div>
                </fieldset>
            ))}
        </div>
    );
}
