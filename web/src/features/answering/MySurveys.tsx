import { api } from "../../api/client.ts";
import { useMe } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Section } from "../../ui/Section.tsx";
import { words } from "./words.ts";

/** わたしへの調査: what takes answers today, the first to close first. */
export function MySurveys({ quiet }: { quiet: boolean }) {
    const m = useWords(words);
    const pair = usePair();
    const heads = useMe().roles.some(({ role }) => role === "section_head");
    const mine = api.useQuery("get", "/survey-answers");
    // Whoever came for something else is not told that there is nothing.
    if (quiet && (mine.data?.surveys.length ?? 0) === 0) return null;
    return (
        <Section title={m.mine}>
            <Ask query={mine} small>
                {({ surveys }) =>
                    surveys.length === 0 ? (
                        <p className="text-quiet">{m.none}</p>
                    ) : (
                        <ul>
                            {surveys.map((one) => (
                                <li
                                    key={one.wave}
                                    className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-b py-3 first:border-t"
                                >
                                    <span className="min-w-0 flex-1 basis-60">
                                        <span className="font-bold">{pair(one.title, one.title_en)}</span>
                                        <span className="block text-quiet text-sm">
                                            {one.name}
                                            {" · "}
                                            {m.questions(one.questions)}
                                            {" · "}
                                            {m.last_day} <Day iso={one.closes_on} />
                                        </span>
                                    </span>
                                    {heads && (
                                        <LinkButton to={`/surveys/waves/${one.wave}/paper` as "."} look="quiet">
                                            {m.paper}
                                        </LinkButton>
                                    )}
                                    {one.answered ? (
                                        <Badge tone="good">{m.is_answered}</Badge>
                                    ) : (
                                        <LinkButton to={`/surveys/answer/${one.wave}` as "."} look="primary">
                                            {one.begun ? m.go_on : m.answer}
                                        </LinkButton>
                                    )}
                                </li>
                            ))}
                        </ul>
                    )
                }
            </Ask>
        </Section>
    );
}
