import { useWords } from "../../i18n/words.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { Line, Slot } from "./desk.ts";
import { SlotEntry } from "./SlotEntry.tsx";
import { words } from "./words.ts";

interface Props {
    slots: readonly Slot[];
    /** My consultations that a seat can be for. */
    mine: readonly Line[];
}

/** Days on which one may come by; mine first. */
export function SlotList({ slots, mine }: Props) {
    const m = useWords(words);
    if (slots.length === 0)
        return (
            <EmptyState title={m.no_slots} icon="calendar">
                {m.no_slots_hint}
            </EmptyState>
        );
    const booked = slots.filter((slot) => slot.mine);
    const others = slots.filter((slot) => !slot.mine);
    return (
        <>
            {booked.length > 0 && (
                <>
                    <h3 className="mb-1 text-std-16B-170">{m.my_bookings}</h3>
                    <ul className="mb-6 border-line border-t">
                        {booked.map((slot) => (
                            <SlotEntry key={slot.id} slot={slot} mine={mine} />
                        ))}
                    </ul>
                </>
            )}
            {others.length > 0 && (
                <>
                    {booked.length > 0 && <h3 className="mb-1 text-std-16B-170">{m.other_slots}</h3>}
                    <ul className="border-line border-t">
                        {others.map((slot) => (
                            <SlotEntry key={slot.id} slot={slot} mine={mine} />
                        ))}
                    </ul>
                </>
            )}
        </>
    );
}
