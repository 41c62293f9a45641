import { api, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Moment } from "../../ui/Day.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { toast } from "../../ui/toasts.ts";
import { deviceName } from "./device.ts";
import { words } from "./words.ts";

type Session = Schema<"SessionInfo">;

export function SessionsPage() {
    const m = useWords(words);
    const query = api.useQuery("get", "/me/sessions");
    const end = async (id: number) => {
        await server.DELETE("/me/sessions/{session}", { params: { path: { session: id } } });
        toast(m.ended);
        await query.refetch();
    };
    const endOthers = async () => {
        await server.DELETE("/me/sessions");
        toast(m.ended);
        await query.refetch();
    };
    const columns: Column<Session>[] = [
        {
            key: "device",
            head: m.device,
            width: 164,
            value: ({ agent }) => deviceName(agent),
            cell: (row) => (
                <span title={row.agent} className="flex flex-wrap items-baseline gap-x-2">
                    {deviceName(row.agent)} {row.current && <Badge tone="info">{m.this_one}</Badge>}
                </span>
            ),
        },
        {
            key: "last",
            head: m.last_seen,
            width: 180,
            value: ({ last_seen_at }) => last_seen_at,
            cell: (row) => <Moment at={row.last_seen_at} />,
        },
        {
            key: "since",
            head: m.since,
            width: 180,
            value: ({ created_at }) => created_at,
            cell: (row) => <Moment at={row.created_at} />,
        },
        { key: "address", head: m.address, value: ({ address }) => address },
        {
            key: "end",
            head: m.end,
            sortable: false,
            width: 220,
            value: () => null,
            cell: (row) =>
                row.current ? null : (
                    <Button size="small" onPress={() => void end(row.id)}>
                        {m.end}
                    </Button>
                ),
        },
    ];
    return (
        <Ask query={query}>
            {({ sessions }) => (
                <>
                    <PageHead
                        title={m.sessions_title}
                        action={sessions.length > 1 && <Button onPress={() => void endOthers()}>{m.end_others}</Button>}
                    >
                        {m.sessions_lead(sessions.length)}
                    </PageHead>
                    <DataTable
                        name="sessions"
                        caption={m.sessions_caption}
                        rows={sessions}
                        columns={columns}
                        rowKey={({ id }) => id}
                        printable={false}
                    />
                </>
            )}
        </Ask>
    );
}
