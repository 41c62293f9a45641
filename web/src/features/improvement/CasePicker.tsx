import { useState } from "react";
import { api } from "../../api/client.ts";
import { number } from "../../i18n/numbers.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { CaseCard } from "./cases.ts";
import { words as flow_words } from "./flow_words.ts";
import { words } from "./meeting_words.ts";

interface Props {
    taken: readonly number[];
    onTake: (told: CaseCard) => void;
}

/** Confirmed cases that are not on the agenda yet. */
export function CasePicker({ taken, onTake }: Props) {
    const m = useWords(words);
    const [q, setQ] = useState("");
    const query = api.useQuery(
        "get",
        "/cases",
        { params: { query: { status: "confirmed", q: q.trim() || undefined } } },
        { placeholderData: (before: unknown) => before as never },
    );
    return (
        <>
            <search className="mb-3 block">
                <TextField
                    plain
                    small
                    type="search"
                    label={m.pick_find}
                    value={q}
                    onChange={setQ}
                    className="w-60 text-table max-sm:w-full"
                />
            </search>
            <Ask query={query} small>
                {({ cases }) => {
                    const free = cases.filter(({ id }) => !taken.includes(id));
                    if (free.length === 0) return <EmptyState title={m.pick_none}>{m.pick_none_hint}</EmptyState>;
                    return (
                        <ul data-scroller className="max-h-[28rem] overflow-y-auto rounded-8 border border-line">
                            {free.map((told) => (
                                <Line key={told.id} told={told} onTake={() => onTake(told)} />
                            ))}
                        </ul>
                    );
                }}
            </Ask>
        </>
    );
}

function Line({ told, onTake }: { told: CaseCard; onTake: () => void }) {
    const m = useWords(words);
    const f = useWords(flow_words);
    return (
        <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-3 py-2 last:border-b-0">
            <span className="min-w-0 flex-1 basis-64">
                {told.title}
                <span className="block text-quiet text-sm">
                    <Phrases>{told.unit_name}</Phrases>
                    <span className="ml-3 tabular">{f.hours_of(told.hours)}</span>
                    {told.adoptions > 0 && <span className="ml-3 tabular">{`↗ ${number(told.adoptions)}`}</span>}
                </span>
            </span>
            <Button size="small" aria-label={m.take_of(told.title)} onPress={onTake}>
                {m.take}
            </Button>
        </li>
    );
}
