import { useRouter, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import * as v from "valibot";
import { city } from "../api/city.ts";
import { api, queries, server } from "../api/client.ts";
import type { Schema } from "../api/types.ts";
import { roles } from "../features/access/roles.ts";
import { usePair, useWords } from "../i18n/words.ts";
import { Form } from "../ui/Form.tsx";
import { Icon } from "../ui/Icon.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useForm } from "../ui/useForm.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { useMunicipalities } from "./municipalities.ts";
import type { Search } from "./search.ts";
import { becomes } from "./session.ts";
import { words } from "./words.ts";

const check = v.object({ login: v.pipe(v.string(), v.nonEmpty()), password: v.pipe(v.string(), v.nonEmpty()) });

export function SignIn() {
    const m = useWords(words);
    const pair = usePair();
    const router = useRouter();
    const { back } = useSearch({ strict: false }) as Search;
    const town = useMunicipalities().data?.municipalities.find(({ slug }) => slug === city);
    const demo = api.useQuery("get", "/demo-accounts", {}, { retry: false });

    const enter = async (login: string, password: string) => {
        const { data } = await server.POST("/session", { body: { login, password } });
        if (!data) return;
        queries.clear();
        becomes(data);
        router.history.push(
            back?.startsWith("/") && !back.startsWith("//") ? `/${city}${back.replace(`/${city}`, "")}` : `/${city}/`,
        );
    };
    const form = useForm({
        initial: { login: "", password: "" },
        check,
        save: ({ login, password }) => enter(login.trim(), password),
    });
    useEffect(() => {
        document.title = `${m.sign_in} | ${town?.name ?? m.product}`;
    }, [m, town]);

    return (
        <div className="mx-auto max-w-4xl px-4 py-8 desk:py-14">
            <header className="mb-8 flex items-start justify-between gap-4">
                <p>
                    <span className="block text-std-20B-150">{town && pair(town.name, town.name_en)}</span>
                    <span className="text-quiet">{town && pair(town.plan_title, town.plan_title_en)}</span>
                </p>
                <LanguageSwitch />
            </header>
            <main className="grid gap-12 desk:grid-cols-2">
                <div>
                    <h1 className="text-std-28B-150">{m.sign_in}</h1>
                    <p className="mb-6 text-quiet">{back ? m.sign_in_back : m.sign_in_lead}</p>
                    <Form form={form} submit={m.sign_in}>
                        <TextField plain label={m.login} {...form.field("login")} autoComplete="username" spellCheck={false} />
                        <TextField
                            plain
                            label={m.password}
                            {...form.field("password")}
                            type="password"
                            autoComplete="current-password"
                        />
                    </Form>
                </div>
                {demo.data && demo.data.accounts.length > 0 && <DemoAccounts accounts={demo.data.accounts} onChoose={enter} />}
            </main>
        </div>
    );
}

interface DemoProps {
    accounts: Schema<"DemoAccounts">["accounts"];
    onChoose: (login: string, password: string) => Promise<void>;
}

function DemoAccounts({ accounts, onChoose }: DemoProps) {
    const m = useWords(words);
    const pair = usePair();
    const names = useWords(roles);
    const role = ({ role, role_name }: DemoProps["accounts"][number]) => names[role] ?? role_name;
    return (
        <section aria-labelledby="demo">
            <h2 id="demo" className="text-std-20B-150">
                {m.demo}
            </h2>
            <p className="mb-3 text-quiet">{m.demo_lead}</p>
            <ul className="border-line border-t">
                {accounts.map((account) => (
                    <li key={account.login} className="border-line border-b">
                        <button
                            type="button"
                            aria-label={m.demo_as(account.name, role(account))}
                            onClick={() => void onChoose(account.login, account.password)}
                            className="group flex w-full cursor-pointer items-center gap-3 px-2 py-2 text-left hover:bg-primary-wash"
                        >
                            <span className="min-w-0 flex-1 text-table">
                                <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                                    <span className="font-bold text-primary group-hover:underline">
                                        {role(account)}　{account.name}
                                    </span>
                                    <code className="tabular text-quiet text-sm">{account.login}</code>
                                </span>
                                <span className="block text-quiet">{pair(account.description, account.description_en)}</span>
                            </span>
                            <Icon name="right" />
                        </button>
                    </li>
                ))}
            </ul>
        </section>
    );
}
