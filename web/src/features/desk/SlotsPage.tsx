import { useState } from "react";
import { api } from "../../api/client.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { DeskNav } from "./DeskNav.tsx";
import { SlotDialog } from "./SlotDialog.tsx";
import { SlotsTable } from "./SlotsTable.tsx";
import { words } from "./slot_words.ts";

/** Days of sessions and workshops, with who has booked; the office sets them. */
export function SlotsPage() {
    const m = useWords(words);
    const manages = useMay("manage_desk");
    const [{ tab }, setFilters] = useFilters(["tab"]);
    const [adding, setAdding] = useState(false);
    return (
        <>
            <HirobaTabs />
            <DeskNav />
            <PageHead
                title={m.title}
                action={
                    manages && (
                        <Button look="primary" onPress={() => setAdding(true)}>
                            {m.add}
                        </Button>
                    )
                }
            >
                {m.lead}
            </PageHead>
            <Tabs
                label={m.title}
                selected={tab === "past" ? "past" : "coming"}
                onSelect={(id) => setFilters({ tab: id === "past" ? "past" : "" })}
                tabs={[
                    { id: "coming", label: m.coming, content: <Slots past={false} /> },
                    { id: "past", label: m.past, content: <Slots past /> },
                ]}
            />
            {adding && <SlotDialog slot={null} onClose={() => setAdding(false)} />}
        </>
    );
}

function Slots({ past }: { past: boolean }) {
    const m = useWords(words);
    const query = api.useQuery("get", "/desk/slots", { params: { query: { past, mine: false } } });
    return (
        <Ask query={query} lines={6}>
            {({ slots }) => (
                <SlotsTable
                    slots={slots}
                    past={past}
                    empty={
                        <EmptyState title={past ? m.none_past : m.none} icon="calendar">
                            {past ? m.none_past_hint : m.none_hint}
                        </EmptyState>
                    }
                />
            )}
        </Ask>
    );
}
