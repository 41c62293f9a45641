import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Day } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { MeetingDialog } from "./MeetingDialog.tsx";
import { words } from "./meeting_words.ts";

/** 共有・報告会: those to come and those that were. */
export function MeetingsPage() {
    const m = useWords(words);
    const query = api.useQuery("get", "/meetings");
    const [adding, setAdding] = useState(false);
    return (
        <>
            <HirobaTabs />
            <PageHead
                title={m.title}
                path={[{ label: m.cases, to: "/improvement" }]}
                action={
                    query.data?.may_add && (
                        <Button look="primary" onPress={() => setAdding(true)}>
                            {m.add}
                        </Button>
                    )
                }
            >
                {m.lead}
            </PageHead>
            <Ask query={query}>
                {({ meetings, may_add }) =>
                    meetings.length === 0 ? (
                        <EmptyState title={m.none} icon="calendar">
                            {may_add ? m.none_office_hint : m.none_hint}
                        </EmptyState>
                    ) : (
                        <ul className="max-w-4xl">
                            {meetings.map((meeting) => (
                                <Line key={meeting.id} meeting={meeting} />
                            ))}
                        </ul>
                    )
                }
            </Ask>
            {adding && <MeetingDialog meeting={null} onClose={() => setAdding(false)} />}
        </>
    );
}

function Line({ meeting }: { meeting: Schema<"MeetingLine"> }) {
    const m = useWords(words);
    return (
        <li className="border-line border-b py-3 first:border-t">
            <p>
                <Link to="/improvement/meetings/$meeting" params={{ meeting: String(meeting.id) }} className="link font-bold">
                    {meeting.title}
                </Link>
            </p>
            <p className="flex flex-wrap items-baseline gap-x-4 text-table">
                <span>
                    <Day iso={meeting.held_on} /> <span className="tabular">{meeting.starts_at}</span>
                </span>
                {meeting.place && <span>{meeting.place}</span>}
                <span className="text-quiet">{m.cases_count(meeting.cases)}</span>
                {meeting.has_result && <Badge>{m.noted}</Badge>}
            </p>
        </li>
    );
}
