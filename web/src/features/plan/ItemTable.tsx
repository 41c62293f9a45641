import { useWords } from "../../i18n/words.ts";
import { Scroll } from "../../ui/Scroll.tsx";
import { keyOf, type PlanItem } from "./cells.ts";
import { Doubt } from "./Doubt.tsx";
import { EditButton } from "./EditButtons.tsx";
import { useEditing } from "./editing.ts";
import { nameOf } from "./ItemDialog.tsx";
import { member_words } from "./member_words.ts";
import { Terms } from "./Terms.tsx";
import { membersOf, type Plan, readable, type TableName } from "./tables.ts";
import { words } from "./words.ts";

interface Props {
    plan: Plan;
    table: TableName;
    items?: readonly object[];
}

/** A table of the plan as the document prints it: its columns, the clause at the end, doubts marked. */
export function ItemTable({ plan, table, items = plan[table] }: Props) {
    const m = useWords(words);
    const n = useWords(member_words);
    const editing = useEditing();
    const rows = items as readonly PlanItem[];
    const members = membersOf(table).filter(
        (member) => member.shown && rows.some((row) => readable(plan, member, row[member.name], n.values) !== ""),
    );
    if (rows.length === 0) return <p className="text-quiet">{m.no_items}</p>;
    const caption = n.tables[table] ?? table;
    return (
        <Scroll label={caption} className="overflow-x-auto rounded-8 border border-line print:overflow-visible">
            <table className="w-full text-table max-desk:min-w-[44rem] print:min-w-0">
                <caption className="sr-only">{caption}</caption>
                <thead>
                    <tr className="bg-solid-gray-50 text-left">
                        {members.map(({ name }) => (
                            <th key={name} scope="col" className="px-3 py-2 align-bottom">
                                {n.members[name]}
                            </th>
                        ))}
                        <th scope="col" className="w-40 px-3 py-2 align-bottom">
                            {m.clause}
                        </th>
                        {editing && (
                            <th scope="col" className="no-print w-20">
                                <span className="sr-only">{m.edit}</span>
                            </th>
                        )}
                    </tr>
                </thead>
                <tbody>
                    {rows.map((row) => {
                        const name = nameOf(plan, { table, item: row });
                        return (
                            <tr key={keyOf(table, row)} className="align-top">
                                {members.map((member, at) => {
                                    const said = readable(plan, member, row[member.name], n.values);
                                    const look = "min-w-24 whitespace-pre-line border-line border-t px-3 py-2";
                                    const content = member.kind === "text" ? <Terms key="said">{said}</Terms> : said;
                                    return at === 0 ? (
                                        <th key={member.name} scope="row" className={`${look} text-left`}>
                                            {content}
                                        </th>
                                    ) : (
                                        <td
                                            key={member.name}
                                            className={member.kind === "number" ? `${look} tabular text-right` : look}
                                        >
                                            {content}
                                        </td>
                                    );
                                })}
                                <td className="border-line border-t px-3 py-2 text-quiet text-sm">
                                    {String(row.clause ?? "")}{" "}
                                    <Doubt
                                        about={name}
                                        confidence={row.confidence as "certain" | undefined}
                                        note={String(row.note ?? "")}
                                        clause={String(row.clause ?? "")}
                                    />
                                </td>
                                {editing && (
                                    <td className="no-print border-line border-t px-1 py-1">
                                        <EditButton table={table} item={row} name={name} />
                                    </td>
                                )}
                            </tr>
                        );
                    })}
                </tbody>
            </table>
        </Scroll>
    );
}
