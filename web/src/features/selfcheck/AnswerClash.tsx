import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { clashingItems, type Item, type Typed, type TypedAnswers, togetherWith } from "./answers.ts";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

interface Props {
    items: readonly Item[];
    base: TypedAnswers;
    mine: TypedAnswers;
    theirs: TypedAnswers;
    onChoose: (answers: TypedAnswers) => void;
}

/** A colleague answered the same items: both answers side by side, and the choice. */
export function AnswerClash({ items, base, mine, theirs, onChoose }: Props) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const clashing = clashingItems(base, mine, theirs);
    const both = togetherWith(base, mine, theirs);
    const said = (typed: Typed | undefined) =>
        [typed?.answer ? t.choice[typed.answer] : t.unanswered, typed?.remark, typed?.what, typed?.who]
            .filter(Boolean)
            .join(" / ");
    const kept = Object.fromEntries(clashing.flatMap((item) => (theirs[item] ? [[item, theirs[item]]] : [])));
    return (
        <Notice
            tone="warn"
            title={m.conflict_title}
            live
            focus
            action={
                <>
                    <Button size="small" look="primary" onPress={() => onChoose(both)}>
                        {m.keep_mine}
                    </Button>
                    <Button size="small" onPress={() => onChoose({ ...both, ...kept })}>
                        {m.keep_theirs}
                    </Button>
                </>
            }
        >
            <p>{m.conflict_lead}</p>
            <Scroll label={m.conflict_title} className="mt-2 max-h-80 overflow-auto">
                <table className="w-full text-left text-table">
                    <thead>
                        <tr>
                            {[m.item, m.own, m.other].map((head) => (
                                <th key={head} scope="col" className="border-line-strong border-b px-2 py-1">
                                    {head}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {items
                            .filter(({ code }) => clashing.includes(code))
                            .map((item) => (
                                <tr key={item.code} className="align-top">
                                    <th scope="row" className="border-line border-b px-2 py-1 font-normal">
                                        {pair(item.text, item.text_en)}
                                    </th>
                                    <td className="border-line border-b px-2 py-1">{said(mine[item.code])}</td>
                                    <td className="border-line border-b px-2 py-1">{said(theirs[item.code])}</td>
                                </tr>
                            ))}
                    </tbody>
                </table>
            </Scroll>
        </Notice>
    );
}
