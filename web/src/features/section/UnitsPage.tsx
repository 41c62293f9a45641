import { useState } from "react";
import { api } from "../../api/client.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { branches, inSight, pathTo, type Unit } from "./tree.ts";
import { UnitTable } from "./UnitTable.tsx";
import { words } from "./words.ts";

/** The whole organisation as a tree of uneven depth. */
export function UnitsPage() {
    const { on } = useAsOf();
    const query = api.useQuery("get", "/units", { params: { query: { on } } });
    return <Ask query={query}>{({ units }) => <Tree units={units} />}</Ask>;
}

function Tree({ units }: { units: readonly Unit[] }) {
    const m = useWords(words);
    const with_more = branches(units);
    const top = units.filter(({ parent }) => parent === null);
    // A city with one root opens it; its departments are what one looks for.
    const [open, setOpen] = useState<ReadonlySet<number>>(() => new Set(top.length === 1 ? top.map(({ id }) => id) : []));
    const [text, setText] = useState("");
    const found = units.filter(({ name }) => name.includes(text.trim()));
    const around = new Set(found.flatMap(({ id }) => pathTo(units, id).map((unit) => unit.id)));
    const shown = text.trim() ? units.filter(({ id }) => around.has(id)) : inSight(units, open);
    const toggle = (id: number) => {
        const next = new Set(open);
        if (!next.delete(id)) next.add(id);
        setOpen(next);
    };
    if (units.length === 0)
        return (
            <>
                <PageHead title={m.units_title} />
                <EmptyState title={m.units_empty} icon="unit">
                    {m.units_empty_hint}
                </EmptyState>
            </>
        );
    return (
        <>
            <PageHead title={m.units_title}>
                {m.units_lead(
                    units.length,
                    top.reduce((sum, { people }) => sum + people, 0),
                )}
            </PageHead>
            <div className="no-print mb-3 flex flex-wrap items-end gap-3">
                <TextField
                    plain
                    small
                    type="search"
                    label={m.find}
                    value={text}
                    onChange={setText}
                    className="w-60 text-table max-sm:w-full"
                />
                <Button size="small" look="quiet" onPress={() => setOpen(new Set(with_more))}>
                    {m.open_all}
                </Button>
                <Button size="small" look="quiet" onPress={() => setOpen(new Set())}>
                    {m.close_all}
                </Button>
            </div>
            {shown.length === 0 ? (
                <EmptyState title={m.nothing} icon="search" />
            ) : (
                <UnitTable
                    caption={m.units_caption}
                    units={shown}
                    branches={text.trim() ? undefined : with_more}
                    open={open}
                    onToggle={toggle}
                />
            )}
        </>
    );
}
