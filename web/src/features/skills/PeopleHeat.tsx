import { Link } from "@tanstack/react-router";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { classes } from "../../ui/classes.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { columnsByNeed } from "./columns.ts";
import { words } from "./gap_words.ts";

type PersonHeat = Schema<"PersonHeat">;
type State = PersonHeat["rows"][number]["cells"][number];

const looks: Record<State, string> = {
    none: "",
    missing: "bg-orange-100 hatch",
    held: "bg-blue-200",
    undecided: "bg-warn-wash font-bold text-warn",
};

/** People × the skills somebody among them needs. Each cell says its state in a sign, a word for readers and a colour. */
export function PeopleHeat({ heat }: { heat: PersonHeat }) {
    const m = useWords(words);
    const pair = usePair();
    const order = columnsByNeed(heat);
    if (heat.columns.length === 0 || heat.rows.length === 0) return <EmptyState title={m.nobody_needs} icon="grid" />;
    return (
        <>
            <p className="mb-2 text-quiet text-sm">{m.legend}</p>
            <Scroll
                label={m.caption_person}
                className="max-h-[max(24rem,calc(100dvh-14rem))] w-fit max-w-full overflow-auto rounded-8 border border-line print:max-h-none print:overflow-visible"
            >
                <table className="text-[0.875rem] leading-snug">
                    <caption className="sr-only">{m.caption_person}</caption>
                    <thead>
                        <tr>
                            <th
                                scope="col"
                                className="sticky top-0 left-0 z-20 min-w-32 border-line-strong border-b bg-solid-gray-50 px-3 py-2 text-left align-bottom sm:min-w-48"
                            >
                                {m.person}
                            </th>
                            {order.map(({ column }) => (
                                <th
                                    key={column.code}
                                    scope="col"
                                    className="sticky top-0 z-10 w-22 min-w-22 border-line-strong border-b bg-solid-gray-50 px-1 py-2 text-center align-bottom font-normal text-[0.8125rem] print:min-w-0"
                                >
                                    <Phrases>{pair(column.name, column.name_en)}</Phrases>
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {heat.rows.map((row) => (
                            <tr key={row.staff}>
                                <th
                                    scope="row"
                                    className="sticky left-0 z-[5] border-line border-r border-b bg-paper px-3 py-1.5 text-left font-normal"
                                >
                                    <Link to="/staff/$staff" params={{ staff: String(row.staff) }} className="link">
                                        {row.name}
                                    </Link>
                                    <span className="block text-[0.8125rem] text-quiet">
                                        <Phrases>{row.rank}</Phrases>{" "}
                                        {row.on_leave && <Badge tone="warn">{m.on_leave_one}</Badge>}
                                    </span>
                                </th>
                                {order
                                    .map(({ column, index }) => ({ code: column.code, state: row.cells[index] ?? "none" }))
                                    .map(({ code, state }) => (
                                        <td
                                            key={code}
                                            className={classes(
                                                "h-10 border-paper border-r border-b text-center text-[0.8125rem]",
                                                looks[state],
                                            )}
                                        >
                                            <span aria-hidden="true" className="inline-block rounded-4 bg-inherit px-1">
                                                {state !== "none" && m.short[state]}
                                            </span>
                                            <span className="sr-only">{m.states[state]}</span>
                                        </td>
                                    ))}
                            </tr>
                        ))}
                    </tbody>
                </table>
            </Scroll>
        </>
    );
}
