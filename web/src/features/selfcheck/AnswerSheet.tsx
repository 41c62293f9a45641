import { useRef, useState } from "react";
import { queries } from "../../api/client.ts";
import type { Kept } from "../../api/keeping.ts";
import { type Refusal, refusalOf } from "../../api/refusal.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { Day } from "../../ui/Day.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { toast } from "../../ui/toasts.ts";
import { AnswerClash } from "./AnswerClash.tsx";
import { answeredOf, type CheckForm, type Item, lacking } from "./answers.ts";
import { ItemField } from "./ItemField.tsx";
import { useCheckAnswers } from "./useCheckAnswers.ts";
import { words } from "./words.ts";

/** All items of the section on one screen, saved as one goes; submitted once, correctable until the last day. */
export function AnswerSheet({ form }: { form: CheckForm }) {
    const m = useWords(words);
    const pair = usePair();
    const { list, summary } = form;
    const sheet = useCheckAnswers(form);
    const [tried, setTried] = useState(false);
    const [pending, setPending] = useState(false);
    const [refusal, setRefusal] = useState<Refusal | null>(null);
    const box = useRef<HTMLDivElement>(null);
    const missing = lacking(list.items, sheet.answers);
    const toFirst = () =>
        requestAnimationFrame(() => {
            const wrong = box.current?.querySelector<HTMLElement>("[data-lacks]");
            wrong?.querySelector<HTMLElement>("[aria-invalid=true], input, textarea")?.focus();
            wrong?.scrollIntoView({ block: "center" });
        });
    const submit = async () => {
        setTried(true);
        setRefusal(null);
        if (missing.length > 0) {
            toFirst();
            return;
        }
        setPending(true);
        try {
            await sheet.submit();
            toast(m.submitted_done);
            await queries.invalidateQueries({
                predicate: ({ queryKey }) => queryKey[1] === "/selfchecks" || queryKey[1] === "/selfcheck-remedies",
            });
        } catch (error) {
            setRefusal(refusalOf(error));
        } finally {
            setPending(false);
        }
    };
    return (
        <div ref={box} className="max-w-3xl">
            <PageHead title={m.form_title(form.unit_name)} path={[{ label: m.title, to: "/selfcheck" }]}>
                <p>
                    {m.until} <Day iso={summary.closes_on} />
                </p>
                {form.submitted_at && <p>{m.submitted_on(form.submitted_by)}</p>}
            </PageHead>
            {list.intro && <p className="mb-4 max-w-prose whitespace-pre-line">{pair(list.intro, list.intro_en)}</p>}
            <Progress answered={answeredOf(list.items, sheet.answers)} all={list.items.length} kept={sheet.kept} />
            {sheet.theirs && (
                <div className="mb-6">
                    <AnswerClash
                        items={list.items}
                        base={sheet.base}
                        mine={sheet.answers}
                        theirs={sheet.theirs}
                        onChoose={sheet.choose}
                    />
                </div>
            )}
            {list.groups.map((group) => (
                <section key={group.code} className="mb-8">
                    <h2 className="mb-2 text-std-20B-150">{pair(group.title, group.title_en)}</h2>
                    <ol>
                        {list.items
                            .filter((item) => item.group === group.code)
                            .map((item) => (
                                <ItemField
                                    key={item.code}
                                    item={item}
                                    at={numberOf(list.items, item)}
                                    typed={sheet.answers[item.code]}
                                    known={form.answers.find((one) => one.item === item.code)}
                                    usual_due={form.usual_due}
                                    lacks={(tried && missing.find((one) => one.item === item.code)?.lacks) || []}
                                    onChange={(part) => sheet.answer(item.code, part)}
                                />
                            ))}
                    </ol>
                </section>
            ))}
            {refusal && (
                <div className="mb-4">
                    <Failure error={refusal} small />
                </div>
            )}
            {tried && missing.length > 0 && (
                <div className="mb-4">
                    <Notice
                        tone="bad"
                        title={m.lacking(missing.length)}
                        live
                        action={
                            <Button size="small" onPress={toFirst}>
                                {m.first_lack}
                            </Button>
                        }
                    />
                </div>
            )}
            <Button
                look="primary"
                className="no-print w-full sm:w-auto sm:min-w-48"
                pending={pending}
                onPress={() => void submit()}
            >
                {form.submitted_at ? m.submit_again : m.submit}
            </Button>
        </div>
    );
}

const numberOf = (items: readonly Item[], item: Item) => items.indexOf(item) + 1;

/** How far one has come and whether it is kept, always in sight. */
function Progress({ answered, all, kept }: { answered: number; all: number; kept: Kept }) {
    const m = useWords(words);
    return (
        <div className="no-print sticky top-0 z-20 -mx-4 mb-6 border-line border-b bg-paper px-4 pt-2 pb-3 desk:mx-0 desk:px-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <strong className="tabular">{m.left(all - answered)}</strong>
                <span aria-live="polite" className={classes("text-sm", kept === "away" ? "text-warn" : "text-quiet")}>
                    {kept !== "nothing" && m.saved[kept]}
                </span>
            </div>
            <div
                role="progressbar"
                aria-label={m.done_of(answered, all)}
                aria-valuemin={0}
                aria-valuemax={all}
                aria-valuenow={answered}
                className="mt-1 h-2 overflow-hidden rounded-full bg-solid-gray-100"
            >
                <div className="h-full bg-primary" style={{ width: `${all > 0 ? (answered / all) * 100 : 0}%` }} />
            </div>
        </div>
    );
}
