import { useNavigate } from "@tanstack/react-router";
import * as v from "valibot";
import { server } from "../../api/client.ts";
import { becomes, useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./words.ts";

const text = v.pipe(v.string(), v.nonEmpty());

export function PasswordPage() {
    const m = useWords(words);
    const me = useMe();
    const navigate = useNavigate();
    const check = v.pipe(
        v.object({ current: text, next: v.pipe(v.string(), v.minLength(12)), again: text }),
        v.forward(
            v.partialCheck([["next"], ["again"]], ({ next, again }) => next === again, m.password_differs),
            ["again"],
        ),
    );
    const form = useForm({
        initial: { current: "", next: "", again: "" },
        check,
        save: async ({ current, next }) => {
            await server.POST("/me/password", { body: { current, next } });
            becomes({ ...me, must_change: false });
            toast(m.password_changed);
            await navigate({ to: "/" as "." });
        },
    });
    return (
        <>
            <PageHead title={m.password_title}>{m.password_lead}</PageHead>
            {me.must_change && (
                <div className="mb-6 max-w-xl">
                    <Notice tone="warn">{m.password_must}</Notice>
                </div>
            )}
            <Form form={form} submit={m.password_change}>
                <TextField
                    required
                    label={m.password_now}
                    {...form.field("current")}
                    type="password"
                    autoComplete="current-password"
                />
                <TextField
                    required
                    label={m.password_next}
                    hint={m.password_hint}
                    {...form.field("next")}
                    type="password"
                    autoComplete="new-password"
                />
                <TextField
                    required
                    label={m.password_again}
                    {...form.field("again")}
                    type="password"
                    autoComplete="new-password"
                />
            </Form>
        </>
    );
}
