import { useMemo, useState } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { useNarrow } from "../skills/useNarrow.ts";
import { EditButton } from "./EditButtons.tsx";
import { EditingContext, type Opened, useEditing } from "./editing.ts";
import { ItemDialog } from "./ItemDialog.tsx";
import { member_words } from "./member_words.ts";
import { findItem } from "./places.ts";
import type { Plan, TableName } from "./tables.ts";
import { words } from "./words.ts";

type Doubt = Schema<"Doubt">;
type PlanDocument = Schema<"PlanDocument">;

/** What was read with doubt, with the reason and the other reading; of the plan in force, or of the version in the address. */
export function ConfirmPage() {
    const [{ version }] = useFilters(["version"]);
    return version ? <OfVersion version={Number(version)} /> : <InForce />;
}

function InForce() {
    const { on } = useAsOf();
    const query = api.useQuery("get", "/plan", { params: { query: { on } } });
    return <Ask query={query}>{(document) => <Doubts document={document} />}</Ask>;
}

function OfVersion({ version }: { version: number }) {
    const query = api.useQuery("get", "/plan/versions/{version}", { params: { path: { version } } });
    return <Ask query={query}>{(document) => <Doubts document={document} />}</Ask>;
}

function Doubts({ document }: { document: PlanDocument }) {
    const m = useWords(words);
    const { plan, version, to_confirm } = document;
    const draft = version.status === "draft";
    const may_edit = useMay("edit_plan");
    const narrow = useNarrow();
    const [opened, setOpened] = useState<Opened | null>(null);
    const editing = draft && may_edit ? { version: version.id, revision: version.revision, open: setOpened } : null;
    return (
        <EditingContext value={editing}>
            <PageHead
                title={m.confirm_title}
                path={[
                    { label: m.plan, to: "/plan" },
                    ...(draft ? [{ label: version.title, to: `/plan/versions/${version.id}` }] : []),
                ]}
                action={!draft && may_edit && <LinkButton to={"/plan/versions" as "."}>{m.versions}</LinkButton>}
            >
                {to_confirm.length > 0 && (
                    <>
                        <p>{m.confirm_lead(to_confirm.length)}</p>
                        {may_edit && <p>{draft ? m.confirm_how_draft : m.confirm_how}</p>}
                    </>
                )}
            </PageHead>
            {to_confirm.length === 0 ? (
                <EmptyState title={m.confirm_none} icon="check">
                    {m.confirm_none_hint}
                </EmptyState>
            ) : narrow ? (
                <DoubtList plan={plan} doubts={to_confirm} />
            ) : (
                <DoubtTable plan={plan} doubts={to_confirm} />
            )}
            {editing && opened && (
                <ItemDialog
                    key={JSON.stringify([opened.table, opened.item])}
                    plan={plan}
                    editing={editing}
                    opened={opened}
                    onClose={() => setOpened(null)}
                />
            )}
        </EditingContext>
    );
}

interface Props {
    plan: Plan;
    doubts: readonly Doubt[];
}

function DoubtTable({ plan, doubts }: Props) {
    const m = useWords(words);
    const n = useWords(member_words);
    const editing = useEditing() !== null;
    const alternatives = doubts.some(({ alternative }) => alternative !== "");
    const columns = useMemo<Column<Doubt>[]>(
        () => [
            {
                key: "label",
                head: m.item,
                width: 160,
                value: ({ label }) => label,
                cell: ({ label }) => <Phrases>{label}</Phrases>,
            },
            { key: "table", head: m.table, width: 114, value: ({ table }) => n.tables[table] ?? table },
            {
                key: "confidence",
                head: m.certainty,
                width: 120,
                value: ({ confidence }) => levels.indexOf(confidence),
                cell: ({ confidence }) => <Certainty confidence={confidence} />,
            },
            { key: "note", head: m.note, width: 250, value: ({ note }) => note },
            {
                key: "alternative",
                head: m.alternative,
                width: 120,
                value: ({ alternative }) => alternative,
                hidden: !alternatives,
            },
            { key: "clause", head: m.clause, width: 136, value: ({ clause }) => clause },
            ...(editing
                ? [
                      {
                          key: "edit",
                          head: m.edit,
                          width: 84,
                          sortable: false,
                          value: () => null,
                          cell: (row: Doubt) => <EditDoubt plan={plan} doubt={row} />,
                      },
                  ]
                : []),
        ],
        [m, n, editing, alternatives, plan],
    );
    return (
        <DataTable
            name="plan-doubts"
            caption={m.confirm_caption}
            rows={doubts}
            columns={columns}
            rowKey={({ table, code }) => `${table} ${code}`}
        />
    );
}

/** The same on a phone, where a table would hide the reasons. */
function DoubtList({ plan, doubts }: Props) {
    const m = useWords(words);
    const n = useWords(member_words);
    return (
        <ul aria-label={m.confirm_caption} className="border-line border-t">
            {doubts.map((doubt) => (
                <li key={`${doubt.table} ${doubt.code}`} className="border-line border-b py-3 text-table">
                    <p className="flex flex-wrap items-baseline gap-x-3">
                        <strong>{doubt.label}</strong>
                        <span className="text-quiet">{n.tables[doubt.table] ?? doubt.table}</span>
                        <Certainty confidence={doubt.confidence} />
                    </p>
                    <p>{doubt.note}</p>
                    {doubt.alternative && (
                        <p>
                            {m.alternative}: {doubt.alternative}
                        </p>
                    )}
                    <p className="flex flex-wrap items-center justify-between gap-x-3 text-quiet">
                        {doubt.clause}
                        <EditDoubt plan={plan} doubt={doubt} />
                    </p>
                </li>
            ))}
        </ul>
    );
}

const levels: readonly Doubt["confidence"][] = ["low", "medium", "high", "near_certain", "certain"];

function Certainty({ confidence }: Pick<Doubt, "confidence">) {
    const n = useWords(member_words);
    return <Badge tone={confidence === "low" ? "bad" : "warn"}>{n.values[confidence]}</Badge>;
}

function EditDoubt({ plan, doubt }: { plan: Plan; doubt: Doubt }) {
    const item = findItem(plan, doubt.table, doubt.code);
    return item && <EditButton table={doubt.table as TableName} item={item} name={doubt.label} />;
}
