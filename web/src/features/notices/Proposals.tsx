import { api } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { hasItem, type IssueDraft, type NewsItem } from "./issue.ts";
import { words } from "./news_words.ts";
import { terms } from "./terms.ts";

interface Props {
    draft: IssueDraft;
    onPeriod: (period: { from?: string; until?: string }) => void;
    onTake: (items: readonly NewsItem[]) => void;
}

/** What happened in the period and is not in the issue yet. */
export function Proposals({ draft, onPeriod, onTake }: Props) {
    const m = useWords(words);
    const t = useWords(terms);
    const query = api.useQuery(
        "get",
        "/newsletters/draft",
        { params: { query: { from: draft.from || undefined, until: draft.until || undefined } } },
        { placeholderData: (before: unknown) => before as never },
    );
    return (
        <section
            aria-label={m.proposals}
            data-scroller
            className="rounded-8 border border-line p-4 desk:sticky desk:top-4 desk:max-h-[calc(100dvh-6rem)] desk:overflow-y-auto"
        >
            <h2 className="text-std-18B-160">{m.proposals}</h2>
            <p className="mb-3 text-quiet text-sm">{m.proposals_lead}</p>
            <div className="mb-4 grid grid-cols-[repeat(auto-fit,minmax(13.5rem,1fr))] gap-x-4 gap-y-3">
                <DateField
                    plain
                    small
                    hint=" "
                    label={m.from}
                    value={draft.from}
                    onChange={(from) => from && onPeriod({ from })}
                />
                <DateField
                    plain
                    small
                    hint=" "
                    label={m.until}
                    value={draft.until}
                    onChange={(until) => until && onPeriod({ until })}
                />
            </div>
            <Ask query={query} small>
                {({ groups }) => {
                    const free = groups
                        .map(({ kind, items }) => ({ kind, items: items.filter((item) => !hasItem(draft.items, item)) }))
                        .filter(({ items }) => items.length > 0);
                    if (free.length === 0) return <p className="text-quiet">{m.proposals_none}</p>;
                    return (
                        <>
                            {free.map(({ kind, items }) => (
                                <div key={kind} className="mb-4">
                                    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                                        <h3 className="font-bold">{t.news[kind]}</h3>
                                        {items.length > 1 && (
                                            <Button
                                                size="small"
                                                look="quiet"
                                                aria-label={`${t.news[kind]}: ${m.take_all}`}
                                                onPress={() => onTake(items)}
                                            >
                                                {m.take_all}
                                            </Button>
                                        )}
                                    </div>
                                    <ul>
                                        {items.map((item) => (
                                            <Proposed
                                                key={`${item.id} ${item.title}`}
                                                item={item}
                                                onTake={() => onTake([item])}
                                            />
                                        ))}
                                    </ul>
                                </div>
                            ))}
                        </>
                    );
                }}
            </Ask>
        </section>
    );
}

function Proposed({ item, onTake }: { item: NewsItem; onTake: () => void }) {
    const m = useWords(words);
    return (
        <li className="flex items-start gap-3 border-line border-b py-2">
            <div className="min-w-0 flex-1">
                <p>{item.title}</p>
                {item.figure && <p className="tabular font-bold text-sm">{item.figure}</p>}
                {item.lead && <p className="line-clamp-2 text-quiet text-sm">{item.lead}</p>}
            </div>
            <Button size="small" aria-label={m.take_of(item.title)} onPress={onTake}>
                {m.take}
            </Button>
        </li>
    );
}
