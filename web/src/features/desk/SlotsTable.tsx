import { type ReactNode, use, useMemo, useState } from "react";
import { useMay } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Day } from "../../ui/Day.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { toast } from "../../ui/toasts.ts";
import { useFilters } from "../../ui/useFilters.ts";
import { ReasonDialog } from "../training/ReasonDialog.tsx";
import { BookingsDialog } from "./BookingsDialog.tsx";
import type { Slot } from "./desk.ts";
import { SlotDialog } from "./SlotDialog.tsx";
import { words } from "./slot_words.ts";
import { terms } from "./terms.ts";
import { desk } from "./writing.ts";

interface Props {
    slots: readonly Slot[];
    past: boolean;
    empty: ReactNode;
}

/** Slot by slot: when, where, how many come, who waits. */
export function SlotsTable({ slots, past, empty }: Props) {
    const m = useWords(words);
    const [{ slot: opened }, setFilters] = useFilters(["slot"]);
    const [editing, setEditing] = useState<number | null>(null);
    const [cancelling, setCancelling] = useState<Slot | null>(null);
    const manages = useMay("manage_desk");
    const edited = slots.find(({ id }) => id === editing);
    const shown = slots.find(({ id }) => String(id) === opened);
    const columns = useColumns(setFilters, manages && !past ? { edit: setEditing, cancel: setCancelling } : null);
    return (
        <>
            <DataTable
                name={past ? "desk-slots-past" : "desk-slots"}
                caption={past ? m.past : m.coming}
                rows={slots}
                columns={columns}
                rowKey={({ id }) => id}
                rowName={({ title }) => title}
                empty={empty}
            />
            {shown && <BookingsDialog slot={shown} onClose={() => setFilters({ slot: "" })} />}
            {edited && <SlotDialog slot={edited} onClose={() => setEditing(null)} />}
            {cancelling && (
                <ReasonDialog
                    danger
                    title={m.cancel_what(cancelling.title)}
                    label={m.reason}
                    hint={m.cancel_hint}
                    submit={m.cancel}
                    save={async (reason) => {
                        await desk.cancelSlot(cancelling.id, reason);
                        toast(m.was_cancelled);
                    }}
                    onClose={() => setCancelling(null)}
                />
            )}
        </>
    );
}

interface Moves {
    edit: (id: number) => void;
    cancel: (slot: Slot) => void;
}

function useColumns(setFilters: (change: { slot: string }) => void, moves: Moves | null) {
    const m = useWords(words);
    const t = useWords(terms);
    const { language } = use(LanguageContext);
    const { edit, cancel } = moves ?? {};
    // biome-ignore lint/correctness/useExhaustiveDependencies: setting a filter only navigates
    return useMemo<Column<Slot>[]>(
        () => [
            {
                key: "when",
                head: m.when,
                width: 140,
                value: ({ starts_at }) => starts_at,
                cell: (row) => (
                    <>
                        <Day iso={row.starts_at.slice(0, 10)} />
                        <span className="tabular block text-quiet text-sm">
                            {row.starts_at.slice(11)}–{row.ends_at.slice(11)}
                        </span>
                    </>
                ),
            },
            {
                key: "title",
                head: m.slot_title,
                width: 240,
                value: ({ title }) => title,
                cell: (row) => (
                    <>
                        {row.title} {row.cancelled && <Badge tone="bad">{m.cancelled}</Badge>}
                        <span className="block text-quiet text-sm">
                            {[t.slot_kind[row.kind], row.place, row.cancelled_why].filter(Boolean).join(" · ")}
                        </span>
                    </>
                ),
            },
            {
                key: "holder",
                head: m.holder,
                width: 130,
                value: ({ holder_name, guest }) => `${holder_name} ${guest}`.trim(),
                cell: (row) => (
                    <>
                        {row.holder_name}
                        {row.guest && <span className="block text-quiet text-sm">{row.guest}</span>}
                    </>
                ),
            },
            {
                key: "taken",
                head: m.taken,
                width: 92,
                numeric: true,
                value: ({ taken }) => taken,
                cell: ({ taken, seats }) => m.of_seats(taken, seats),
            },
            { key: "waiting", head: m.waiting, width: 108, numeric: true, value: ({ waiting }) => waiting },
            {
                key: "moves",
                head: m.moves,
                width: 290,
                sortable: false,
                value: () => null,
                cell: (row) => (
                    <span className="no-print flex flex-wrap gap-1">
                        <Button
                            size="small"
                            look="quiet"
                            aria-label={m.people_of(named(row, language))}
                            onPress={() => setFilters({ slot: String(row.id) })}
                        >
                            {m.people}
                        </Button>
                        {edit && cancel && row.takes_bookings && (
                            <>
                                <Button
                                    size="small"
                                    look="quiet"
                                    aria-label={m.change_what(named(row, language))}
                                    onPress={() => edit(row.id)}
                                >
                                    {m.change}
                                </Button>
                                <Button
                                    size="small"
                                    look="quiet"
                                    aria-label={m.cancel_what(named(row, language))}
                                    onPress={() => cancel(row)}
                                >
                                    {m.cancel_short}
                                </Button>
                            </>
                        )}
                    </span>
                ),
            },
        ],
        [m, t, language, edit, cancel],
    );
}

const named = (slot: Slot, language: "ja" | "en") => `${shortDate(slot.starts_at, language)} ${slot.title}`;
