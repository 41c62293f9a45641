import * as v from "valibot";
import { server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import type { StaffRow } from "../staff/columns.tsx";
import { type Picked, StaffPicker } from "../staff/StaffPicker.tsx";
import { all_roles, type Grant, grantsFrom } from "./grants.ts";
import { RoleChoice } from "./RoleChoice.tsx";
import { words } from "./words.ts";

interface Props {
    /** Null makes a new one. */
    account: Schema<"Account"> | null;
    onClose: () => void;
    onSaved: () => void;
}

const text = v.pipe(v.string(), v.nonEmpty());

const personOf = (account: Props["account"]): Picked | null =>
    account?.staff ? { id: account.staff, name: account.staff_name ?? account.display_name } : null;

export function AccountDialog({ account, onClose, onSaved }: Props) {
    const m = useWords(words);
    const form = useForm({
        initial: {
            login: account?.login ?? "",
            display_name: account?.display_name ?? "",
            staff: personOf(account),
            roles: account ? grantsFrom(account.roles) : ([{ role: "staff", unit: null }] as Grant[]),
            password: "",
            disabled: account?.disabled ?? false,
        },
        check: v.object({
            login: text,
            display_name: text,
            staff: v.any(),
            roles: v.pipe(v.array(v.any()), v.minLength(1, m.role_none)),
            password: v.union([v.literal(""), v.pipe(v.string(), v.minLength(12))], m.password_first_hint),
            disabled: v.boolean(),
        }),
        save: async ({ login, display_name, staff, roles, password, disabled }) => {
            const given = { display_name, roles, ...(password && { password }) };
            if (account) {
                const body = { ...given, disabled, ...(staff ? { staff: staff.id } : { nobodys: true }) };
                await server.PATCH("/accounts/{account}", { params: { path: { account: account.id } }, body });
            } else {
                await server.POST("/accounts", { body: { ...given, login, ...(staff && { staff: staff.id }) } });
            }
            toast(account ? m.saved : m.added);
            onSaved();
            onClose();
        },
    });
    const { value: grants, onChange: choose, error } = form.field("roles");
    // A new account takes its login and name from the person, unless they were typed already.
    const link = (staff: Picked | null, row?: StaffRow) => {
        form.set("staff", staff);
        if (account || !row) return;
        if (!form.values.login) form.set("login", row.staff_no);
        if (!form.values.display_name) form.set("display_name", row.name);
    };
    return (
        <Dialog open onClose={onClose} title={account ? m.edit_one(account.display_name) : m.add}>
            <Form form={form} submit={account ? m.save : m.add} onCancel={onClose}>
                <StaffPicker label={m.person} hint={m.person_hint} {...form.field("staff")} onChange={link} />
                {!account && (
                    <TextField required label={m.login} {...form.field("login")} spellCheck={false} autoComplete="off" />
                )}
                <TextField required label={m.name} {...form.field("display_name")} autoComplete="off" />
                <fieldset>
                    <legend className="font-bold">{m.roles}</legend>
                    {all_roles.map((role) => (
                        <RoleChoice key={role} role={role} grants={grants} onChange={choose} />
                    ))}
                    {error && (
                        <p role="alert" className="font-bold text-bad text-sm">
                            {error}
                        </p>
                    )}
                </fieldset>
                <TextField
                    label={account ? m.password_new : m.password}
                    hint={account ? m.password_hint : m.password_first_hint}
                    {...form.field("password")}
                    type="password"
                    autoComplete="new-password"
                />
                {account && (
                    <Checkbox checked={form.values.disabled} onChange={(on) => form.set("disabled", on)} hint={m.stop_hint}>
                        {m.stop}
                    </Checkbox>
                )}
            </Form>
        </Dialog>
    );
}
