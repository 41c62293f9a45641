import { Link } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Notice } from "../../ui/Notice.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { words } from "./words.ts";

/** For a head: cases that wait for their word, whatever year they are of. */
export function ToConfirm() {
    const m = useWords(words);
    const confirms = useMay("confirm_cases");
    const [{ which }] = useFilters(["which"]);
    const query = api.useQuery("get", "/cases", { params: { query: { to_confirm: true } } }, { enabled: confirms });
    const total = query.data?.total ?? 0;
    if (total === 0 || which === "to_confirm") return null;
    return (
        <div className="mb-6 max-w-3xl">
            <Notice tone="warn" title={m.to_confirm(total)}>
                <Link to="/improvement" search={{ which: "to_confirm", year: "all" } as never} className="link">
                    {m.to_confirm_show}
                </Link>
            </Notice>
        </div>
    );
}
