import { useEffect, useState } from "react";
import { api } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { type Group, type Kind, kinds, totalOf, written } from "./found.ts";
import { GroupPart } from "./GroupPart.tsx";
import { KindTabs } from "./KindTabs.tsx";
import { words } from "./words.ts";

const few = 5;
const many = 50;
const longest = 100;

/** Everything that may be found, by kind; the question stands in the address. */
export function SearchPage() {
    const m = useWords(words);
    const [{ q, kind, from, until }, setFilters] = useFilters(["q", "kind", "from", "until"]);
    const only = kinds.find((one) => one === kind);
    const days = { from: from || undefined, until: until || undefined };
    const asked = q.trim() !== "";
    const keep = { enabled: asked, placeholderData: <T,>(before: T) => before };
    // Asked once for all kinds: the counts beside each stand whichever is looked at.
    const all = api.useQuery("get", "/search", { params: { query: { q, limit: few, ...days } } }, keep);
    const one = api.useQuery(
        "get",
        "/search",
        { params: { query: { q, limit: many, kind: only && [only], ...days } } },
        { ...keep, enabled: asked && only !== undefined },
    );
    return (
        <>
            <PageHead title={m.title}>{asked && all.data && m.lead(totalOf(all.data.groups))}</PageHead>
            <search className="no-print mb-6 grid gap-4">
                <Question value={q} onSettle={(text) => setFilters({ q: text })} />
                {(only === undefined || written.has(only)) && (
                    <div className="flex flex-wrap gap-4">
                        <DateField plain small label={m.from} value={from} onChange={(day) => setFilters({ from: day ?? "" })} />
                        <DateField
                            plain
                            small
                            label={m.until}
                            value={until}
                            onChange={(day) => setFilters({ until: day ?? "" })}
                        />
                    </div>
                )}
            </search>
            {asked ? (
                <Ask query={only ? one : all}>
                    {({ groups }) => (
                        <>
                            <KindTabs groups={all.data?.groups ?? groups} shown={only} />
                            <Found groups={groups} only={only} q={q} />
                        </>
                    )}
                </Ask>
            ) : (
                <EmptyState icon="search" title={m.start}>
                    {m.start_hint}
                </EmptyState>
            )}
        </>
    );
}

function Found({ groups, only, q }: { groups: readonly Group[]; only: Kind | undefined; q: string }) {
    const m = useWords(words);
    if (groups.length === 0)
        return (
            <EmptyState
                icon="search"
                title={m.nothing(q)}
                action={
                    <LinkButton to="/hiroba/new" search={{} as never}>
                        {m.ask_people}
                    </LinkButton>
                }
            >
                <ul className="list-disc pl-6 text-left">
                    {m.hints.map((hint) => (
                        <li key={hint}>{hint}</li>
                    ))}
                </ul>
            </EmptyState>
        );
    return groups.map((group) => <GroupPart key={group.kind} group={group} alone={only !== undefined} />);
}

const moment = 250;

function Question({ value, onSettle }: { value: string; onSettle: (text: string) => void }) {
    const m = useWords(words);
    const [text, setText] = useState(value);
    useEffect(() => setText(value), [value]);
    // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the wait
    useEffect(() => {
        if (text === value) return;
        const timer = setTimeout(() => onSettle(text), moment);
        return () => clearTimeout(timer);
    }, [text]);
    return (
        <TextField
            plain
            type="search"
            label={m.question}
            hint={m.question_hint}
            maxLength={longest}
            autoComplete="off"
            value={text}
            onChange={setText}
        />
    );
}
