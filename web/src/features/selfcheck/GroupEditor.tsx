import { useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { OrderList } from "../../ui/OrderList.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import {
    addItem,
    changeGroup,
    changeItem,
    type Group,
    type Item,
    itemsOf,
    type ListDraft,
    orderItems,
    removeGroup,
    removeItem,
} from "./checklist.ts";
import { words } from "./editor_words.ts";

interface Props {
    group: Group;
    values: ListDraft;
    onChange: (edit: (values: ListDraft) => ListDraft) => void;
}

/** One group: its name, and its items to write and to put in order. */
export function GroupEditor({ group, values, onChange }: Props) {
    const m = useWords(words);
    const [open, setOpen] = useState<string | null>(null);
    const items = itemsOf(values, group.code);
    const name = group.title || m.unnamed;
    const remove = (edit: (list: ListDraft) => ListDraft, said: string) => {
        onChange(edit);
        toast(said, { undo: () => onChange(() => values) });
    };
    return (
        <section aria-label={name} className="mb-8 rounded-8 border border-line px-4 py-4">
            <div className="mb-3 grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
                <TextField
                    plain
                    small
                    label={m.group_title}
                    maxLength={100}
                    value={group.title}
                    onChange={(title) => onChange((list) => changeGroup(list, group.code, { title }))}
                />
                <TextField
                    plain
                    small
                    label={m.group_title_en}
                    maxLength={100}
                    value={group.title_en}
                    onChange={(title_en) => onChange((list) => changeGroup(list, group.code, { title_en }))}
                />
                <Button
                    size="small"
                    look="quiet"
                    aria-label={m.remove_group(name)}
                    onPress={() => remove((list) => removeGroup(list, group.code), m.group_removed)}
                >
                    {m.remove}
                </Button>
            </div>
            <OrderList
                label={m.items_of(name)}
                entries={items}
                entryKey={({ code }) => code}
                entryName={(item) => item.text || item.code}
                onChange={(ordered) => onChange((list) => orderItems(list, group.code, ordered))}
                onRemove={(item) => remove((list) => removeItem(list, item.code), m.item_removed)}
            >
                {(item) => (
                    <ItemEditor
                        item={item}
                        open={open === item.code || item.text === ""}
                        onOpen={() => setOpen(open === item.code ? null : item.code)}
                        onChange={(part) => {
                            setOpen(part.code ?? item.code);
                            onChange((list) => changeItem(list, item.code, part));
                        }}
                    />
                )}
            </OrderList>
            <Button size="small" className="mt-3" onPress={() => onChange((list) => addItem(list, group.code))}>
                {m.add_item}
            </Button>
        </section>
    );
}

interface ItemProps {
    item: Item;
    open: boolean;
    onOpen: () => void;
    onChange: (part: Partial<Item>) => void;
}

function ItemEditor({ item, open, onOpen, onChange }: ItemProps) {
    const m = useWords(words);
    const texts = ["text", "text_en", "good", "good_en", "source"] as const;
    return (
        <div>
            <button
                type="button"
                aria-expanded={open}
                onClick={onOpen}
                className="w-full cursor-pointer rounded-4 text-left hover:underline"
            >
                <span className="mr-2 text-quiet">{item.code}</span>
                {item.text || m.untitled}
            </button>
            {open && (
                <div className="mt-2 grid gap-3">
                    {texts.map((name) => (
                        <TextField
                            key={name}
                            small
                            plain
                            className="max-w-3xl"
                            label={m.item[name]}
                            lines={name === "source" ? undefined : 2}
                            maxLength={500}
                            value={item[name]}
                            onChange={(text) => onChange({ [name]: text })}
                        />
                    ))}
                </div>
            )}
        </div>
    );
}
