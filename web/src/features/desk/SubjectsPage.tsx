import { useMemo, useState } from "react";
import { api } from "../../api/client.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Rich } from "../../ui/Rich.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { DeskNav } from "./DeskNav.tsx";
import type { Subject } from "./desk.ts";
import { SubjectDialog } from "./SubjectDialog.tsx";
import { SubjectPeople } from "./SubjectPeople.tsx";
import { words } from "./subject_words.ts";

/** What can be asked about and who answers for it: kept by the office. */
export function SubjectsPage() {
    const query = api.useQuery("get", "/desk/subjects");
    return (
        <>
            <HirobaTabs />
            <DeskNav />
            <Ask query={query} lines={8}>
                {({ subjects }) => <Found subjects={subjects} />}
            </Ask>
        </>
    );
}

function Found({ subjects }: { subjects: readonly Subject[] }) {
    const m = useWords(words);
    const [editing, setEditing] = useState<number | "new" | null>(null);
    const edited = subjects.find(({ id }) => id === editing);
    const columns = useColumns(setEditing);
    return (
        <>
            <PageHead
                title={m.title}
                action={
                    <Button look="primary" onPress={() => setEditing("new")}>
                        {m.add}
                    </Button>
                }
            >
                {m.lead}
            </PageHead>
            <DataTable
                name="desk-subjects"
                caption={m.title}
                rows={subjects}
                columns={columns}
                rowKey={({ id }) => id}
                empty={
                    <EmptyState title={m.none} icon="people">
                        {m.none_hint}
                    </EmptyState>
                }
            />
            {(edited || editing === "new") && (
                <SubjectDialog subject={edited ?? null} next={subjects.length + 1} onClose={() => setEditing(null)} />
            )}
        </>
    );
}

function useColumns(edit: (id: number) => void) {
    const m = useWords(words);
    const pair = usePair();
    return useMemo<Column<Subject>[]>(
        () => [
            {
                key: "name",
                head: m.name,
                width: 240,
                value: ({ sort, name }) => `${String(sort).padStart(4, "0")} ${name}`,
                cell: (row) => (
                    <>
                        <strong>{pair(row.name, row.name_en)}</strong>
                        <div className="text-quiet text-sm">
                            <Rich pieces={row.about_pieces} headings={4} />
                        </div>
                    </>
                ),
            },
            {
                key: "people",
                head: m.owners,
                width: 214,
                value: ({ advisers }) => advisers.map(({ name }) => name).join(" "),
                cell: (row) => <SubjectPeople subject={row} />,
            },
            {
                key: "answer",
                head: m.answer,
                width: 124,
                numeric: true,
                value: ({ answer_days }) => answer_days,
                cell: ({ answer_days }) => m.days(answer_days),
            },
            {
                key: "step",
                head: m.step,
                width: 120,
                numeric: true,
                value: ({ step_days }) => step_days,
                cell: ({ step_days }) => m.days(step_days),
            },
            { key: "open", head: m.open, width: 92, numeric: true, value: ({ open }) => open },
            {
                key: "closed",
                head: m.state,
                width: 100,
                value: ({ closed }) => Number(closed),
                cell: ({ closed }) => <Badge tone={closed ? "plain" : "good"}>{closed ? m.not_in_use : m.in_use}</Badge>,
            },
            {
                key: "moves",
                head: m.moves,
                width: 116,
                sortable: false,
                value: () => null,
                cell: (row) => (
                    <Button
                        size="small"
                        look="quiet"
                        aria-label={m.change_what(pair(row.name, row.name_en))}
                        onPress={() => edit(row.id)}
                    >
                        {m.change}
                    </Button>
                ),
            },
        ],
        [m, pair, edit],
    );
}
