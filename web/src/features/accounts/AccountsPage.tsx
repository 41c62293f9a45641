import { useMemo, useState } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Moment } from "../../ui/Day.tsx";
import { FilterBar } from "../../ui/FilterBar.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Pages } from "../../ui/Pages.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { useFirstPageAfterNarrowing } from "../../ui/useFirstPageAfterNarrowing.ts";
import { roles } from "../access/roles.ts";
import { PersonLink } from "../staff/PersonLink.tsx";
import { AccountDialog } from "./AccountDialog.tsx";
import { all_roles, type Role } from "./grants.ts";
import { RosterAccounts } from "./RosterAccounts.tsx";
import { words } from "./words.ts";

type Account = Schema<"Account">;

const filter_names = ["q", "role", "page"] as const;

/** As many as the server answers at once. */
const page_size = 100;

export function AccountsPage() {
    const m = useWords(words);
    const names = useWords(roles);
    const [{ q, role, page }, setFilters] = useFilters(filter_names);
    useFirstPageAfterNarrowing(filter_names);
    const at = Number(page) || 1;
    const [open, setOpen] = useState<Account | "new" | null>(null);
    const query = api.useQuery("get", "/accounts", {
        params: { query: { q: q || undefined, role: (role || undefined) as Role | undefined, page: at } },
    });
    return (
        <>
            <PageHead
                title={m.title}
                action={
                    <Button look="primary" onPress={() => setOpen("new")}>
                        {m.add}
                    </Button>
                }
            >
                {query.data && m.lead(query.data.total)}
            </PageHead>
            <RosterAccounts onDone={() => void query.refetch()} />
            <FilterBar
                filters={[
                    { name: "q", label: m.search },
                    { name: "role", label: m.role, options: all_roles.map((value) => ({ value, label: names[value] ?? value })) },
                ]}
            />
            <Ask query={query}>
                {({ accounts, total }) => (
                    <>
                        <AccountTable accounts={accounts} total={total} onEdit={setOpen} />
                        <Pages
                            label={m.title}
                            page={at}
                            size={page_size}
                            total={total}
                            said={m.page}
                            onPage={(next) => setFilters({ page: next === 1 ? "" : String(next) })}
                        />
                    </>
                )}
            </Ask>
            {open && (
                <AccountDialog
                    account={open === "new" ? null : open}
                    onClose={() => setOpen(null)}
                    onSaved={() => void query.refetch()}
                />
            )}
        </>
    );
}

interface TableProps {
    accounts: readonly Account[];
    total: number;
    onEdit: (account: Account) => void;
}

function AccountTable({ accounts, total, onEdit }: TableProps) {
    const m = useWords(words);
    const names = useWords(roles);
    const columns = useMemo<Column<Account>[]>(
        () => [
            {
                key: "name",
                head: m.name,
                width: 180,
                value: (row) => row.display_name,
                cell: (row) => (
                    <button
                        type="button"
                        className="link cursor-pointer text-left"
                        aria-label={m.edit_one(row.display_name)}
                        onClick={() => onEdit(row)}
                    >
                        {row.display_name}
                    </button>
                ),
            },
            { key: "login", head: m.login, width: 136, value: (row) => row.login },
            {
                key: "staff",
                head: m.person,
                width: 150,
                value: (row) => row.staff_name,
                cell: (row) => (row.staff ? <PersonLink id={row.staff}>{row.staff_name}</PersonLink> : m.nobody),
            },
            {
                key: "roles",
                head: m.roles,
                width: 212,
                value: (row) =>
                    m.list(row.roles.map((held) => `${names[held.role]}${held.unit_name ? `(${held.unit_name})` : ""}`)),
            },
            {
                key: "state",
                head: m.state,
                width: 140,
                value: (row) => (row.disabled ? 2 : row.must_change ? 1 : 0),
                cell: (row) =>
                    row.disabled ? (
                        <Badge tone="bad">{m.disabled}</Badge>
                    ) : row.must_change ? (
                        <Badge tone="warn">{m.must_change}</Badge>
                    ) : (
                        m.active
                    ),
            },
            {
                key: "last",
                head: m.last_seen,
                width: 156,
                value: (row) => row.last_seen_at,
                cell: (row) => (row.last_seen_at ? <Moment at={row.last_seen_at} /> : m.never),
            },
        ],
        [m, names, onEdit],
    );
    return (
        <DataTable name="accounts" caption={m.caption} rows={accounts} total={total} columns={columns} rowKey={({ id }) => id} />
    );
}
