import { useState } from "react";
import { useMay } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { words } from "./adviser_words.ts";
import type { Scheme } from "./desk.ts";
import { QuotaBar } from "./QuotaBar.tsx";
import { SchemeDialog } from "./SchemeDialog.tsx";

/** Scheme by scheme: its rules, and how much of what it gives in the year is used and planned. */
export function Schemes({ schemes }: { schemes: readonly Scheme[] }) {
    const m = useWords(words);
    const [editing, setEditing] = useState<number | null>(null);
    const edited = schemes.find(({ id }) => id === editing);
    if (schemes.length === 0)
        return (
            <EmptyState title={m.no_schemes} icon="book">
                {m.no_schemes_hint}
            </EmptyState>
        );
    return (
        <>
            <ul className="border-line border-t">
                {schemes.map((scheme) => (
                    <Entry key={scheme.id} scheme={scheme} onChange={() => setEditing(scheme.id)} />
                ))}
            </ul>
            {edited && <SchemeDialog scheme={edited} onClose={() => setEditing(null)} />}
        </>
    );
}

function Entry({ scheme, onChange }: { scheme: Scheme; onChange: () => void }) {
    const m = useWords(words);
    const pair = usePair();
    const manages = useMay("manage_desk");
    const name = pair(scheme.name, scheme.name_en);
    return (
        <li className="grid gap-x-10 gap-y-3 border-line border-b py-4 desk:grid-cols-[minmax(0,1fr)_22rem]">
            <div>
                <h3 className="flex flex-wrap items-baseline gap-x-3 text-std-16B-170">
                    {name}
                    {scheme.closed && <Badge>{m.closed}</Badge>}
                    {scheme.over && <Badge tone="bad">{m.over}</Badge>}
                </h3>
                <p>{scheme.about}</p>
                <DefinitionList
                    dense
                    items={[
                        [m.provider, scheme.provider],
                        [m.payer, scheme.payer],
                        [m.report_due, scheme.report_days > 0 ? m.report_within(scheme.report_days) : m.no_report],
                        [m.url, scheme.url && <SchemeUrl key="url" url={scheme.url} />],
                    ]}
                />
                {manages && (
                    <Button
                        size="small"
                        look="quiet"
                        className="no-print mt-1 -ml-3"
                        aria-label={m.change_what(name)}
                        onPress={onChange}
                    >
                        {m.change}
                    </Button>
                )}
            </div>
            <div className="grid content-start gap-4">
                <QuotaBar
                    label={m.days_used}
                    used={scheme.used_days}
                    planned={scheme.planned_days}
                    most={scheme.max_days}
                    unit={m.day_unit}
                />
                {(scheme.max_hours > 0 || scheme.used_minutes > 0) && (
                    <QuotaBar
                        label={m.hours_used}
                        used={scheme.used_minutes / 60}
                        planned={scheme.planned_minutes / 60}
                        most={scheme.max_hours}
                        unit={m.hour_unit}
                    />
                )}
            </div>
        </li>
    );
}

function SchemeUrl({ url }: { url: string }) {
    if (!/^https?:\/\//.test(url)) return url || null;
    return (
        <a href={url} target="_blank" rel="noreferrer" className="link">
            {url}
        </a>
    );
}
