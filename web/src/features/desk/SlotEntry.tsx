import { use, useState } from "react";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Day } from "../../ui/Day.tsx";
import { Rich } from "../../ui/Rich.tsx";
import { toast } from "../../ui/toasts.ts";
import { useOnce } from "../training/useOnce.ts";
import { BookDialog } from "./BookDialog.tsx";
import type { Line, Slot } from "./desk.ts";
import { SlotSeats } from "./SlotSeats.tsx";
import { terms } from "./terms.ts";
import { words } from "./words.ts";
import { desk, useFailed } from "./writing.ts";

/** One day on which one may come by: when, where, who, the seats, and my own. */
export function SlotEntry({ slot, mine }: { slot: Slot; mine: readonly Line[] }) {
    const m = useWords(words);
    const t = useWords(terms);
    const { language } = use(LanguageContext);
    const failed = useFailed();
    const [booking, setBooking] = useState(false);
    const [on, from] = slot.starts_at.split("T") as [string, string];
    const day = shortDate(on, language);
    const held_by = [slot.holder_name, slot.guest].filter(Boolean);
    const unbook = useOnce(() => {
        if (!slot.mine) return Promise.resolve();
        return desk.unbook(slot.mine.id).then(() => toast(m.unbooked), failed);
    });
    const full = slot.taken >= slot.seats;
    return (
        <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-line border-b py-3">
            <div className="min-w-0 flex-1 basis-72">
                <p className="tabular flex flex-wrap items-baseline gap-x-2">
                    <Day iso={on} />
                    <span>
                        {from}–{slot.ends_at.slice(11)}
                    </span>
                    <Badge>{t.slot_kind[slot.kind]}</Badge>
                </p>
                <p className="font-bold">{slot.title}</p>
                <Rich pieces={slot.about_pieces} headings={4} />
                <p className="flex flex-wrap gap-x-4 text-quiet text-sm">
                    {slot.place && <span>{slot.place}</span>}
                    {held_by.length > 0 && <span>{m.held_by(t.list(held_by))}</span>}
                    {slot.online_address && (
                        <a className="link" href={slot.online_address} rel="noreferrer" target="_blank">
                            {m.online}
                        </a>
                    )}
                </p>
            </div>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <SlotSeats slot={slot} />
                {slot.mine && slot.takes_bookings && (
                    <Button size="small" aria-label={m.unbook_what(slot.title, day)} onPress={unbook}>
                        {m.unbook}
                    </Button>
                )}
                {!slot.mine && slot.takes_bookings && (
                    <Button
                        size="small"
                        look={full ? "secondary" : "primary"}
                        aria-label={full ? m.wait_what(slot.title, day) : m.book_what(slot.title, day)}
                        onPress={() => setBooking(true)}
                    >
                        {full ? m.wait : m.book}
                    </Button>
                )}
            </div>
            {booking && <BookDialog slot={slot} day={day} mine={mine} onClose={() => setBooking(false)} />}
        </li>
    );
}
