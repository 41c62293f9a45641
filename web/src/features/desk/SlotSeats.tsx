import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import type { Slot } from "./desk.ts";
import { words } from "./words.ts";

/** My seat or my place in the queue; else what is left. */
export function SlotSeats({ slot }: { slot: Slot }) {
    const m = useWords(words);
    if (slot.cancelled) return <Badge tone="bad">{m.cancelled}</Badge>;
    if (slot.mine)
        return slot.mine.status === "booked" ? (
            <Badge tone="good">{m.booked}</Badge>
        ) : (
            <Badge tone="warn">{m.waiting_at(slot.mine.place)}</Badge>
        );
    const left = slot.seats - slot.taken;
    if (left <= 0) return <Badge tone="warn">{m.full(slot.waiting)}</Badge>;
    return (
        <span className="tabular flex items-baseline gap-2 text-table">
            {left === 1 && slot.seats > 1 && <Badge tone="info">{m.last_seat}</Badge>}
            {m.seats_left(left, slot.seats)}
        </span>
    );
}
