import { use } from "react";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Phrases } from "../../ui/Phrases.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { keyOf, type PlanItem } from "./cells.ts";
import { Doubt } from "./Doubt.tsx";
import { EditButton } from "./EditButtons.tsx";
import { useEditing } from "./editing.ts";
import { member_words } from "./member_words.ts";
import { nameOfItem } from "./places.ts";
import { Terms } from "./Terms.tsx";
import { type Member, membersOf, type Plan, readable, type TableName } from "./tables.ts";
import { words } from "./words.ts";

interface Props {
    plan: Plan;
    table: TableName;
    items?: readonly object[];
}

/** What is read in lines has room for a line; a name or a number takes what it needs. */
function widthOf({ kind, name }: Member): string {
    if (kind === "text") return "min-w-44 print:min-w-[9em]";
    if (kind === "list" && name !== "months") return "min-w-36 [word-break:auto-phrase] print:min-w-[8em]";
    return kind === "line" ? "min-w-28 [word-break:auto-phrase] print:min-w-[6em]" : "whitespace-nowrap print:whitespace-normal";
}

/** A column of nothing but 「○」 says nothing. */
const tellsApart = ({ kind, name }: Member, rows: readonly PlanItem[]) => kind !== "flag" || rows.some((row) => !row[name]);

/** A table of the plan as the document prints it: its columns, the clause at the end, doubts marked. */
export function ItemTable({ plan, table, items = plan[table] }: Props) {
    const m = useWords(words);
    const n = useWords(member_words);
    const editing = useEditing();
    const rows = items as readonly PlanItem[];
    const saidOf = (member: Member, row: PlanItem) => readable(plan, member, row[member.name], n.values);
    const members = membersOf(table).filter(
        (member) => member.shown && tellsApart(member, rows) && rows.some((row) => saidOf(member, row) !== ""),
    );
    if (rows.length === 0) return <p className="text-quiet">{m.no_items}</p>;
    const caption = n.tables[table] ?? table;
    return (
        <Scroll label={caption} className="overflow-x-auto rounded-8 border border-line print:overflow-visible">
            <table className="w-full text-table max-desk:min-w-[44rem] print:min-w-0 print:text-[8.5pt]">
                <caption className="sr-only">{caption}</caption>
                <thead>
                    <tr className="bg-solid-gray-50 text-left">
                        {members.map((member) => (
                            <th
                                key={member.name}
                                scope="col"
                                className={`px-3 py-2 align-bottom print:px-1.5 ${member.kind === "number" ? "text-right" : ""}`}
                            >
                                <Phrases>{n.members[member.name] ?? member.name}</Phrases>
                            </th>
                        ))}
                        <th
                            scope="col"
                            className="w-40 min-w-40 px-3 py-2 align-bottom print:w-auto print:min-w-[8em] print:px-1.5"
                        >
                            {m.clause}
                        </th>
                        {editing && (
                            <th scope="col" className="no-print sticky right-0 w-20 min-w-20 bg-solid-gray-50">
                                <span className="sr-only">{m.edit}</span>
                            </th>
                        )}
                    </tr>
                </thead>
                <tbody>
                    {rows.map((row) => {
                        const name = nameOfItem(plan, table, row);
                        return (
                            <tr key={keyOf(table, row)} className="align-top">
                                {members.map((member, at) => {
                                    const said = saidOf(member, row);
                                    const look = `${widthOf(member)} border-line border-t px-3 py-2 print:px-1.5 print:py-1`;
                                    const content = <Said key="said" member={member} text={said} />;
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
                                <td className="border-line border-t px-3 py-2 text-quiet text-sm print:px-1.5 print:text-[8pt]">
                                    {String(row.clause ?? "")}{" "}
                                    <Doubt
                                        about={name}
                                        confidence={row.confidence as "certain" | undefined}
                                        note={String(row.note ?? "")}
                                        clause={String(row.clause ?? "")}
                                    />
                                </td>
                                {editing && (
                                    <td className="no-print sticky right-0 border-line border-t whitespace-nowrap bg-paper px-1 py-1">
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

const particles = /\p{Script=Hiragana}/u;

/** A text in the lines the document gives it, its terms marked; a name wraps where its parts end. */
function Said({ member, text }: { member: Member; text: string }) {
    const { language } = use(LanguageContext);
    if (member.name === "fiscal_year" && text) return fiscalYear(Number(text), language);
    if (member.kind !== "text") return particles.test(text) ? text : <Phrases>{text}</Phrases>;
    return (
        <span className="whitespace-pre-line">
            <Terms>{text}</Terms>
        </span>
    );
}
