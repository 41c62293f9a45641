import { useRef, useState } from "react";
import * as v from "valibot";
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
import { cellText, changedMembers, keyOf, type PlanItem } from "./cells.ts";
import type { Editing, Opened } from "./editing.ts";
import { member_words } from "./member_words.ts";
import { findItem, nameOfItem } from "./places.ts";
import { RuleField } from "./RuleField.tsx";
import { type Member, membersOf, type Plan, wordOf } from "./tables.ts";
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
    const cellsOf = (of: PlanItem | null): Values =>
        Object.fromEntries(members.map(({ name }) => [name, cellText(of?.[name] ?? "")]));
    const before = cellsOf(item);
    const name = item ? nameOfItem(plan, table, item) : "";
    const now = findItem(plan, table, key);
    const theirs = item && now ? changedMembers(before, cellsOf(now)) : {};
    const overtaken = item !== null && (!now || Object.keys(theirs).length > 0);
    const told = useRef(false);
    const send = async (remove: boolean, cells: Values) => {
        try {
            await server.PATCH("/plan/versions/{version}/items", {
                params: { path: { version: editing.version } },
                body: { revision: editing.revision, table, key, remove, members: cells },
            });
        } catch (error) {
            const refusal = refusalOf(error);
            await queries.invalidateQueries({ queryKey: ["get", "/plan/versions/{version}"] });
            throw withoutMembers(refusal);
        }
        await queries.invalidateQueries();
    };
    const form = useForm<Values>({
        initial: before,
        check: v.object(
            Object.fromEntries(
                members.map((member) => [member.name, member.required ? v.pipe(v.string(), v.trim(), v.nonEmpty()) : v.string()]),
            ),
        ),
        draft: `plan.${editing.version}.${table}.${key || "new"}`,
        save: async (values) => {
            // Saving over what another wrote takes a second press, made knowing what they wrote.
            if (overtaken && !told.current) {
                told.current = true;
                throw changedMeanwhile(m.changed_meanwhile);
            }
            const cells = item
                ? changedMembers(before, values)
                : Object.fromEntries(Object.entries(values).filter(([, text]) => text !== ""));
            if (Object.keys(cells).length > 0) await send(false, cells);
            toast(m.saved);
            onClose();
        },
    });
    const title = item ? m.edit_of(name || (n.tables[table] ?? table)) : m.add_to(n.tables[table] ?? table);
    return (
        <Dialog open onClose={onClose} title={title}>
            {overtaken && (
                <div className="mb-4">
                    <Notice tone="warn" title={now ? m.theirs : m.theirs_removed} live>
                        <Theirs changed={theirs} />
                    </Notice>
                </div>
            )}
            <Form form={form} submit={m.save} onCancel={onClose}>
                {members.map((member) => (
                    <MemberField key={member.name} member={member} form={form} plan={plan} />
                ))}
            </Form>
            {item && !isSingle(table) && <RemoveItem name={name} remove={() => send(true, {})} onRemoved={onClose} />}
        </Dialog>
    );
}

/** What another has written in this item since it was opened here. */
function Theirs({ changed }: { changed: Values }) {
    const m = useWords(words);
    const n = useWords(member_words);
    return (
        <ul className="list-disc pl-5">
            {Object.entries(changed).map(([member, text]) => (
                <li key={member}>
                    {n.members[member] ?? member}: {text ? wordOf(n.values, member, text) : m.empty_value}
                </li>
            ))}
        </ul>
    );
}

const changedMeanwhile = (message: string) => new Refusal(409, { code: "changed_meanwhile", message, message_en: message });

/** The server names a member as `/members/rule`; the form knows it as `rule`. */
function withoutMembers(refusal: Refusal): Refusal {
    const problems = refusal.problems.map((one) => ({ ...one, pointer: one.pointer.replace(/^\/members/, "") }));
    const { status, code, message, message_en, detail, detail_en, request } = refusal;
    return new Refusal(status, { code, message, message_en, detail, detail_en, request, problems });
}

function MemberField({ member, form, plan }: { member: Member; form: FormState<Values>; plan: Plan }) {
    const m = useWords(words);
    const n = useWords(member_words);
    const field = form.field(member.name);
    const label = n.members[member.name] ?? member.name;
    const { kind, names, required } = member;
    const value = field.value ?? "";
    if (kind === "rule") return <RuleField label={label} required={required} {...field} value={value} />;
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
                required={required}
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
                options={kind.map((one) => ({ value: one, label: wordOf(n.values, member.name, one) }))}
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
            required={required}
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
