import { Link } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import { Section } from "../../ui/Section.tsx";
import { Why } from "../../ui/Why.tsx";
import { terms } from "../skills/terms.ts";
import { words } from "./words.ts";

type Membership = Schema<"Membership">;
type Since = Schema<"MembershipSince">;

interface Props {
    staff: number;
    categories: readonly Membership[];
    level?: 2 | 3;
}

/** Every category a person is in, since when and why; under its axis where the plan has several. */
export function CategoriesPart({ staff, categories, level = 2 }: Props) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const { on, date } = useAsOf();
    const since = api.useQuery("get", "/staff/{staff}/categories", { params: { path: { staff }, query: { on } } });
    const began = new Map(since.data?.rows.map((row) => [row.category, row]));
    const axes = new Set(categories.map(({ axis }) => axis)).size;
    return (
        <Section title={m.categories} level={level}>
            {categories.length === 0 && <p className="text-quiet">{m.categories_none}</p>}
            <ul>
                {categories.map((one) => (
                    <li key={one.category} className="border-line border-b py-2">
                        {axes > 1 && <span className="block text-quiet text-sm">{pair(one.axis_name, one.axis_name_en)}</span>}
                        <Link to="/skills" search={{ category: one.category }} className="link font-bold">
                            {pair(one.name, one.name_en)}
                        </Link>{" "}
                        {one.primary && categories.length > 1 && <Badge tone="info">{m.primary}</Badge>}{" "}
                        {one.confidence !== "certain" && <Badge tone="warn">{t.to_confirm}</Badge>}
                        <SinceLine since={began.get(one.category)} />
                        <span className="block text-table">
                            {pair(one.reason, one.reason_en)}{" "}
                            <Why
                                about={pair(one.name, one.name_en)}
                                rule={pair(one.reason, one.reason_en)}
                                clause={one.clause}
                                on={date}
                                more={one.note ? [[m.note, one.note]] : []}
                            >
                                {one.because.length > 0 && (
                                    <ul>
                                        {one.because.map((fact) => (
                                            <li key={fact}>{fact}</li>
                                        ))}
                                    </ul>
                                )}
                            </Why>
                        </span>
                    </li>
                ))}
            </ul>
        </Section>
    );
}

/** Asked for after the page; the line keeps its place meanwhile. */
function SinceLine({ since }: { since: Since | undefined }) {
    const m = useWords(words);
    return (
        <span className="block min-h-6 text-quiet text-sm">
            {since && (
                <>
                    <Day iso={since.since} />
                    {m.category_since(since.causes.map((cause) => m.cause[cause]))}
                </>
            )}
        </span>
    );
}
