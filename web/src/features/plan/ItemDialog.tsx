import { useState } from "react";
import { queries, server } from "../../api/client.ts";
import { Refusal, refusalOf } from "../../api/refusal.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { type FormState, useForm } from "../../ui/useForm.ts";
import { cellText, changedMembers, keyOf } from "./cells.ts";
import type { Editing, Opened } from "./editing.ts";
import { member_words } from "./member_words.ts";
import { RuleField } from "./RuleField.tsx";
import { type Member, membersOf, nameOfCode, type Plan } from "./tables.ts";
import { words } from "./words.ts";

interface Props {
    plan: Plan;
    editing: Editing;
    opened: Opened;
    onClose: () => void;
}

type Values = Record<string, string>;
const isSingle = (table: string) => table === "document" || table === "population";

/** One item of a draft as a form. What was typed survives a reload, and another's change in between. */
export function ItemDialog({ plan, editing, opened, onClose }: Props) {
    const m = useWords(words);
    const n = useWords(member_words);
    const { table, item } = opened;
    const members = membersOf(table);
    const key = item && !isSingle(table) ? keyOf(table, item) : "";
    const before: Values = Object.fromEntries(members.map(({ name }) => [name, cellText(item?.[name] ?? "")]));
    const [overtaken, setOvertaken] = useState(false);
    const send = async (remove: boolean, cells: Values) => {
        try {
            await server.PATCH("/plan/versions/{version}/items", {
                params: { path: { version: editing.version } },
                body: { revision: editing.revision, table, key, remove, members: cells },
            });
        } catch (error) {
            const refusal = refusalOf(error);
            if (refusal.code === "changed_meanwhile") setOvertaken(true);
            await queries.invalidateQueries({ queryKey: ["get", "/plan/versions/{version}"] });
            throw withoutMembers(refusal);
        }
        await queries.invalidateQueries();
    };
    const form = useForm<Values>({
        initial: before,
        draft: `plan.${editing.version}.${table}.${key || "new"}`,
        save: async (values) => {
            setOvertaken(false);
            const cells = item
                ? changedMembers(before, values)
                : Object.fromEntries(Object.entries(values).filter(([, text]) => text !== ""));
            if (Object.keys(cells).length > 0) await send(false, cells);
            toast(m.saved);
            onClose();
        },
    });
    const title = item ? m.edit_of(nameOf(plan, opened) || (n.tables[table] ?? table)) : m.add_to(n.tables[table] ?? table);
    return (
        <Dialog open onClose={onClose} title={title} wide>
            {overtaken && (
                <div className="mb-4">
                    <Notice tone="warn" live>
                        {m.changed_meanwhile}
                    </Notice>
                </div>
            )}
            <Form form={form} submit={m.save} onCancel={onClose}>
                {members.map((member) => (
                    <MemberField key={member.name} member={member} form={form} plan={plan} />
                ))}
            </Form>
            {item && !isSingle(table) && (
                <RemoveItem name={nameOf(plan, opened)} remove={() => send(true, {})} onRemoved={onClose} />
            )}
        </Dialog>
    );
}

export function nameOf(plan: Plan, { table, item }: Opened): string {
    if (!item) return "";
    const text = (name: string) => cellText(item[name] ?? "");
    if (table === "requirements")
        return `${nameOfCode(plan, "skills", text("skill"))} × ${nameOfCode(plan, "categories", text("category"))}`;
    if (table === "targets") return `${nameOfCode(plan, "levels", text("level"))} ${text("fiscal_year")}`;
    if (table === "year_plan") return nameOfCode(plan, "courses", text("course")) || text("activity");
    return text("name") || text("title") || text("term") || text("option") || text("action") || text("text");
}

/** The server names a member as `/members/rule`; the form knows it as `rule`. */
function withoutMembers(refusal: Refusal): Refusal {
    const problems = refusal.problems.map((one) => ({ ...one, pointer: one.pointer.replace(/^\/members/, "") }));
    const { status, code, message, message_en, detail, request } = refusal;
    return new Refusal(status, { code, message, message_en, detail, request, problems });
}

function MemberField({ member, form, plan }: { member: Member; form: FormState<Values>; plan: Plan }) {
    const m = useWords(words);
    const n = useWords(member_words);
    const field = form.field(member.name);
    const label = n.members[member.name] ?? member.name;
    const { kind, names } = member;
    const value = field.value ?? "";
    if (kind === "rule") return <RuleField label={label} {...field} value={value} />;
    if (kind === "date") return <DateField label={label} {...field} value={value} />;
    if (kind === "flag")
        return (
            <Select
                label={label}
                {...field}
                value={value || "false"}
                options={[
                    { value: "true", label: m.yes },
                    { value: "false", label: m.no },
                ]}
            />
        );
    if (kind === "line" && names) {
        const items = plan[names] as readonly { code: string; name: string }[];
        return (
            <Select
                label={label}
                {...field}
                value={value}
                empty={m.not_chosen}
                options={items.map((one) => ({ value: one.code, label: one.name }))}
            />
        );
    }
    if (typeof kind === "object")
        return (
            <Select
                label={label}
                {...field}
                value={value || (kind[0] ?? "")}
                options={kind.map((one) => ({ value: one, label: n.values[one] ?? one }))}
            />
        );
    if (kind === "list") {
        const codes =
            names &&
            (plan[names] as readonly { code: string; name: string }[]).slice(0, 3).map((one) => `${one.code}(${one.name})`);
        return (
            <TextField
                label={label}
                hint={codes ? `${m.list_hint} ${m.codes_hint(codes.join("、"))}` : m.list_hint}
                lines={3}
                {...field}
                value={value}
            />
        );
    }
    return (
        <TextField
            label={label}
            lines={kind === "text" ? 3 : undefined}
            inputMode={kind === "number" ? "numeric" : undefined}
            {...field}
            value={value}
        />
    );
}

function RemoveItem({ name, remove, onRemoved }: { name: string; remove: () => Promise<void>; onRemoved: () => void }) {
    const m = useWords(words);
    const [asking, setAsking] = useState(false);
    const go = async () => {
        try {
            await remove();
            toast(m.removed(name));
            onRemoved();
        } catch {
            setAsking(false);
        }
    };
    return (
        <div className="mt-6 border-line border-t pt-4">
            {asking ? (
                <Notice
                    tone="warn"
                    title={m.remove_title(name)}
                    live
                    action={
                        <Button look="danger" size="small" onPress={() => void go()}>
                            {m.remove}
                        </Button>
                    }
                >
                    {m.remove_text}
                </Notice>
            ) : (
                <Button look="quiet" size="small" onPress={() => setAsking(true)}>
                    {m.remove}
                </Button>
            )}
        </div>
    );
}
