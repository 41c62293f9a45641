import { useWords } from "../../i18n/words.ts";
import { OrderList } from "../../ui/OrderList.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { toast } from "../../ui/toasts.ts";
import { changeItem, type Item, timesOf } from "./agenda.ts";
import { words } from "./meeting_words.ts";

interface Props {
    items: readonly Item[];
    starts_at: string;
    onChange: (items: Item[]) => void;
}

const lengths = [5, 10, 15, 20, 25, 30, 40, 45, 60];

/** The agenda as it is put in order: each case with its presenter and its minutes. */
export function AgendaEditor({ items, starts_at, onChange }: Props) {
    const m = useWords(words);
    const times = timesOf(starts_at, items);
    return (
        <OrderList
            label={m.agenda}
            entries={items}
            entryKey={({ told }) => told.id}
            entryName={({ told }) => told.title}
            onChange={onChange}
            onRemove={(gone) => {
                onChange(items.filter((item) => item !== gone));
                toast(m.removed, { undo: () => onChange([...items]) });
            }}
        >
            {(item, index) => (
                <div className="grid grid-cols-1 items-center gap-x-4 gap-y-2 desk:grid-cols-[7.5rem_minmax(0,1fr)_11rem_8.5rem]">
                    <span className="tabular text-quiet">{times[index] && m.when(times[index].from, times[index].until)}</span>
                    <span>
                        <strong>{item.told.title}</strong>
                        <span className="block text-quiet text-sm">
                            <Phrases>{item.told.unit_name}</Phrases>
                        </span>
                    </span>
                    <input
                        aria-label={m.presenter_of(item.told.title)}
                        placeholder={m.presenter}
                        value={item.presenter}
                        maxLength={100}
                        onChange={({ target }) => onChange(changeItem(items, item.told.id, { presenter: target.value }))}
                        className="field field-small"
                    />
                    <span className="flex items-center gap-1">
                        <select
                            aria-label={m.minutes_of(item.told.title)}
                            value={item.minutes}
                            onChange={({ target }) =>
                                onChange(changeItem(items, item.told.id, { minutes: Number(target.value) }))
                            }
                            className="field field-small tabular max-w-20"
                        >
                            {[...new Set([...lengths, item.minutes])]
                                .toSorted((a, b) => a - b)
                                .map((minutes) => (
                                    <option key={minutes} value={minutes}>
                                        {minutes}
                                    </option>
                                ))}
                        </select>
                        <span aria-hidden="true" className="whitespace-nowrap text-quiet text-sm">
                            {m.minutes}
                        </span>
                    </span>
                </div>
            )}
        </OrderList>
    );
}
