import { useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { OrderList } from "../../ui/OrderList.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { Writing } from "../../ui/Writing.tsx";
import { changeItem, emptyText, type IssueDraft, type ItemDraft, type NewsItem, takeIn } from "./issue.ts";
import { words } from "./news_words.ts";
import { terms } from "./terms.ts";

interface Props {
    draft: IssueDraft;
    onChange: (part: Partial<IssueDraft>) => void;
}

/** The issue as it is put together: its title, the words around it, and its items in their order. */
export function IssueItems({ draft, onChange }: Props) {
    const m = useWords(words);
    const [open, setOpen] = useState<string | null>(null);
    const { items } = draft;
    return (
        <section aria-label={m.issue} className="grid min-w-0 grid-cols-1 gap-6">
            <TextField
                required
                className="max-w-3xl"
                label={m.name}
                maxLength={100}
                value={draft.title}
                onChange={(title) => onChange({ title })}
            />
            <Writing label={m.opening} lines={3} value={draft.opening} onChange={(opening) => onChange({ opening })} />
            <div>
                <h2 className="mb-1 font-bold">{m.issue}</h2>
                {items.length === 0 && <p className="text-quiet">{m.none_chosen}</p>}
                <OrderList
                    label={m.order}
                    entries={items}
                    entryKey={({ key }) => key}
                    entryName={({ title }) => title || m.untitled}
                    onChange={(ordered) => onChange({ items: ordered })}
                    onRemove={(gone) => {
                        onChange({ items: items.filter((item) => item !== gone) });
                        toast(m.removed, { undo: () => onChange({ items }) });
                    }}
                >
                    {(item) => (
                        <OneItem
                            item={item}
                            open={open === item.key}
                            onOpen={() => setOpen(open === item.key ? null : item.key)}
                            onChange={(part) => onChange({ items: changeItem(items, item.key, part) })}
                        />
                    )}
                </OrderList>
                <Button
                    size="small"
                    className="mt-3"
                    onPress={() => {
                        const next = takeIn(items, emptyText());
                        onChange({ items: next });
                        setOpen(next.at(-1)?.key ?? null);
                    }}
                >
                    {m.add_text}
                </Button>
            </div>
            <Writing label={m.closing} lines={3} value={draft.closing} onChange={(closing) => onChange({ closing })} />
        </section>
    );
}

interface OneProps {
    item: ItemDraft;
    open: boolean;
    onOpen: () => void;
    onChange: (part: Partial<NewsItem>) => void;
}

function OneItem({ item, open, onOpen, onChange }: OneProps) {
    const m = useWords(words);
    const t = useWords(terms);
    const name = item.title || m.untitled;
    return (
        <div>
            <p className="flex flex-wrap items-baseline gap-x-3">
                <Badge>{t.news[item.kind]}</Badge>
                <strong>{name}</strong>
                {item.figure && <span className="tabular">{item.figure}</span>}
            </p>
            {!open && item.lead && <p className="line-clamp-2 text-quiet text-sm">{item.lead}</p>}
            <Button
                size="small"
                look="quiet"
                className="-ml-3"
                aria-expanded={open}
                aria-label={m.edit_item(name)}
                onPress={onOpen}
            >
                {open ? m.close_item : m.edit}
            </Button>
            {open && (
                <div className="mt-2 grid grid-cols-1 gap-4">
                    <TextField
                        small
                        plain
                        label={m.item_title}
                        maxLength={200}
                        value={item.title}
                        onChange={(title) => onChange({ title })}
                    />
                    {(item.kind === "figure" || item.figure) && (
                        <TextField
                            small
                            plain
                            className="max-w-xs"
                            label={m.item_figure}
                            maxLength={60}
                            value={item.figure}
                            onChange={(figure) => onChange({ figure })}
                        />
                    )}
                    <Writing plain label={m.item_lead} lines={4} value={item.lead} onChange={(lead) => onChange({ lead })} />
                    {item.kind === "text" && (
                        <TextField
                            small
                            plain
                            label={m.item_url}
                            maxLength={500}
                            value={item.url}
                            onChange={(url) => onChange({ url })}
                        />
                    )}
                </div>
            )}
        </div>
    );
}
