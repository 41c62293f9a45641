import { useNavigate, useParams } from "@tanstack/react-router";
import { use, useState } from "react";
import { api } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { longDate } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { numberOf } from "./level.ts";
import { words } from "./words.ts";

/** Whoever holds a certificate finds out here whether it is true, by the number on it. */
export function CheckPage() {
    const m = useWords(words);
    const { number = "" } = useParams({ strict: false }) as { number?: string };
    const navigate = useNavigate();
    const [typed, setTyped] = useState(number);
    return (
        <div className="max-w-2xl">
            <PageHead title={m.check}>{m.check_lead}</PageHead>
            <form
                className="mb-8 flex flex-wrap items-end gap-3"
                onSubmit={(event) => {
                    event.preventDefault();
                    const asked = numberOf(typed);
                    if (asked) void navigate({ to: `/certificates/${encodeURIComponent(asked)}` as "." });
                }}
            >
                <TextField
                    plain
                    className="min-w-0 flex-1 basis-64"
                    label={m.number}
                    value={typed}
                    onChange={setTyped}
                    spellCheck={false}
                    autoComplete="off"
                />
                <Button type="submit" look="primary">
                    {m.check_button}
                </Button>
            </form>
            {number && <Answer number={number} />}
        </div>
    );
}

function Answer({ number }: { number: string }) {
    const m = useWords(words);
    const query = api.useQuery("get", "/certificates/{number}", { params: { path: { number } } });
    if (query.data) return <Found check={query.data} />;
    if (!query.error) return <Loading lines={3} />;
    if (refusalOf(query.error).status !== 404) return <Failure error={query.error} small onRetry={() => void query.refetch()} />;
    return (
        <Notice tone="bad" title={m.check_none} live>
            {m.check_none_hint}
        </Notice>
    );
}

function Found({ check }: { check: Schema<"CertificateCheck"> }) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const day = (iso: string | null) => iso && longDate(iso, language);
    const good = check.state === "valid";
    return (
        <>
            <div className="mb-4">
                <Notice
                    tone={good ? "good" : "bad"}
                    title={check.state === "valid" ? m.check_good : m.check_bad[check.state]}
                    live
                >
                    {m.check_version(check.version)}
                </Notice>
            </div>
            <DefinitionList
                items={[
                    [m.number, check.number],
                    [m.name, check.name],
                    [m.level, pair(check.title, check.title_en)],
                    [m.certified_on, day(check.certified_on)],
                    [m.valid_until, day(check.valid_until)],
                    [m.states.revoked, day(check.revoked_on)],
                    [m.city, pair(check.city, check.city_en)],
                ]}
            />
        </>
    );
}
