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
import { roles as role_names } from "../access/roles.ts";
import { all_roles, grantsOf, type Role } from "./grants.ts";
import { words } from "./words.ts";

interface Props {
    /** Null makes a new one. */
    account: Schema<"Account"> | null;
    onClose: () => void;
    onSaved: () => void;
}

const text = v.pipe(v.string(), v.nonEmpty());

export function AccountDialog({ account, onClose, onSaved }: Props) {
    const m = useWords(words);
    const names = useWords(role_names);
    const form = useForm({
        initial: {
            login: account?.login ?? "",
            display_name: account?.display_name ?? "",
            roles: (account?.roles.map(({ role }) => role) ?? ["staff"]) as Role[],
            password: "",
            disabled: account?.disabled ?? false,
        },
        check: v.object({
            login: text,
            display_name: text,
            roles: v.pipe(v.array(v.picklist(all_roles)), v.minLength(1, m.role_none)),
            password: v.union([v.literal(""), v.pipe(v.string(), v.minLength(12))], m.password_first_hint),
            disabled: v.boolean(),
        }),
        save: async ({ login, display_name, roles, password, disabled }) => {
            const grants = grantsOf(roles, account?.roles ?? []);
            if (account) {
                const body = { display_name, disabled, roles: grants, ...(password && { password }) };
                await server.PATCH("/accounts/{account}", { params: { path: { account: account.id } }, body });
            } else {
                await server.POST("/accounts", { body: { login, display_name, roles: grants, ...(password && { password }) } });
            }
            toast(account ? m.saved : m.added);
            onSaved();
            onClose();
        },
    });
    const { value: chosen, onChange: choose, error } = form.field("roles");
    const units = new Map(account?.roles.map(({ role, unit_name }) => [role, unit_name]));
    return (
        <Dialog open onClose={onClose} title={account ? m.edit_one(account.display_name) : m.add}>
            <Form form={form} submit={account ? m.save : m.add} onCancel={onClose}>
                {!account && (
                    <TextField required label={m.login} {...form.field("login")} spellCheck={false} autoComplete="off" />
                )}
                <TextField required label={m.name} {...form.field("display_name")} autoComplete="off" />
                <fieldset>
                    <legend className="font-bold">{m.roles}</legend>
                    {all_roles.map((role) => {
                        const unit = units.get(role);
                        return (
                            <Checkbox
                                key={role}
                                checked={chosen.includes(role)}
                                hint={unit ? m.keeps_unit(unit) : undefined}
                                onChange={(on) => choose(on ? [...chosen, role] : chosen.filter((one) => one !== role))}
                            >
                                {names[role]}
                            </Checkbox>
                        );
                    })}
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
