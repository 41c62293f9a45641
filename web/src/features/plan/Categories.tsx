import { usePair, useWords } from "../../i18n/words.ts";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { Doubt } from "./Doubt.tsx";
import { EditButton } from "./EditButtons.tsx";
import { member_words } from "./member_words.ts";
import { Terms } from "./Terms.tsx";
import { nameOfCode, type Plan } from "./tables.ts";
import { words } from "./words.ts";

interface Props {
    plan: Plan;
    rules: readonly { category: string; sentence: string; sentence_en: string }[];
}

/** A text in the lines the document gives it, its terms marked; nothing for an empty one. */
const said = (text: string) =>
    text && (
        <span className="whitespace-pre-line">
            <Terms>{text}</Terms>
        </span>
    );

/** Each category with its rule as a sentence and the rule as written. */
export function Categories({ plan, rules }: Props) {
    const m = useWords(words);
    const n = useWords(member_words);
    const pair = usePair();
    return (
        <div className="grid grid-cols-1 gap-5">
            {plan.categories.map((category) => {
                const rule = rules.find((one) => one.category === category.code);
                return (
                    <article key={category.code} className="keep-together rounded-8 border border-line px-4 py-3">
                        <header className="flex flex-wrap items-baseline gap-x-3">
                            <h3 className="font-bold text-std-18B-160">{pair(category.name, category.name_en)}</h3>
                            {category.axis && (
                                <span className="text-quiet text-sm">{nameOfCode(plan, "axes", category.axis)}</span>
                            )}
                            <Doubt
                                about={category.name}
                                confidence={category.confidence}
                                note={category.note}
                                clause={category.clause}
                            />
                            <EditButton table="categories" item={category} name={category.name} />
                        </header>
                        <DefinitionList
                            dense
                            items={[
                                [
                                    m.rule,
                                    <span key="rule">
                                        {rule ? pair(rule.sentence, rule.sentence_en) : ""}
                                        <code className="block text-quiet text-sm">{category.rule}</code>
                                    </span>,
                                ],
                                [n.members.audience ?? "", said(category.audience)],
                                [n.members.role ?? "", said(category.role)],
                                [n.members.wanted ?? "", said(category.wanted)],
                                [
                                    m.abilities,
                                    category.abilities.length === 0 ? null : (
                                        <ul key="l" className="list-disc pl-5">
                                            {category.abilities.map((ability) => (
                                                <li key={ability}>
                                                    <Terms>{ability}</Terms>
                                                </li>
                                            ))}
                                        </ul>
                                    ),
                                ],
                                [m.presupposes, category.inherits.map((code) => nameOfCode(plan, "categories", code)).join("、")],
                                [n.members.security_role ?? "", category.security_role],
                                [m.clause, category.clause],
                            ]}
                        />
                    </article>
                );
            })}
        </div>
    );
}
