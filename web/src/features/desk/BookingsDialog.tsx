import { Link } from "@tanstack/react-router";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { toast } from "../../ui/toasts.ts";
import type { Slot } from "./desk.ts";
import { words } from "./slot_words.ts";
import { words as booking_words } from "./words.ts";
import { desk, useFailed } from "./writing.ts";

/** Who comes and what they want to talk about, then who waits, in order. */
export function BookingsDialog({ slot, onClose }: { slot: Slot; onClose: () => void }) {
    const m = useWords(words);
    const b = useWords(booking_words);
    const manages = useMay("manage_desk");
    const failed = useFailed();
    const cancel = (id: number) => void desk.unbook(id).then(() => toast(b.unbooked), failed);
    return (
        <Dialog open onClose={onClose} title={m.people} wide>
            <p className="mb-4 font-bold">{slot.title}</p>
            {slot.bookings.length === 0 && <p className="text-quiet">{m.no_people}</p>}
            <ul className="border-line border-t">
                {slot.bookings.map((one) => (
                    <li
                        key={one.id}
                        className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-line border-b py-2"
                    >
                        <div className="min-w-0 flex-1 basis-60">
                            <p className="flex flex-wrap items-baseline gap-x-2">
                                <strong>{one.person.name}</strong>
                                <span className="text-quiet text-sm">{one.person.unit_name}</span>
                                {one.status === "waiting" && <Badge tone="warn">{b.waiting_at(one.place)}</Badge>}
                            </p>
                            {one.note && <p className="typed">{one.note}</p>}
                            {one.consultation && (
                                <Link to={`/desk/${one.consultation.id}` as "."} className="link text-table">
                                    {one.consultation.title}
                                </Link>
                            )}
                        </div>
                        {manages && slot.takes_bookings && (
                            <Button size="small" aria-label={m.unbook_who(one.person.name)} onPress={() => cancel(one.id)}>
                                {b.unbook}
                            </Button>
                        )}
                    </li>
                ))}
            </ul>
        </Dialog>
    );
}
