import { use } from "react";
import { queries, server } from "../../api/client.ts";
import { useMe } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Select } from "../../ui/Select.tsx";
import { toast } from "../../ui/toasts.ts";
import { type Enrolment, isAhead, nameOf, type Run, timesOf } from "./runs.ts";
import { useMoves } from "./useMoves.ts";
import { words } from "./words.ts";

/** Where one of several sessions is attended: which one. What has begun cannot be chosen any more. */
export function SessionChoice({ enrolment, run }: { enrolment: Enrolment; run: Run }) {
    const m = useWords(words);
    const pair = usePair();
    const { today } = useMe();
    const { language } = use(LanguageContext);
    const { failed } = useMoves();
    const choose = async (chosen: string) => {
        const session = chosen === "" ? null : Number(chosen);
        try {
            await server.PUT("/enrolments/{id}/session", { params: { path: { id: enrolment.id } }, body: { session } });
            toast(session === null ? m.unchosen : m.chosen);
            await queries.invalidateQueries();
        } catch (error) {
            failed(error);
        }
    };
    const choosable = run.sessions.filter((one) => one.id === enrolment.session || isAhead(one, today));
    return (
        <Select
            plain
            small
            label={m.which_day_of(nameOf(run, pair))}
            className="w-64 text-table max-sm:w-full"
            empty={m.not_chosen}
            options={choosable.map((one) => ({ value: String(one.id), label: timesOf(one, language) }))}
            value={enrolment.session === null ? "" : String(enrolment.session)}
            onChange={(chosen) => void choose(chosen)}
        />
    );
}
