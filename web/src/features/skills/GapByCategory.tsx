import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useAsOf } from "../../app/asOf.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { GapHead } from "./GapHead.tsx";
import { words } from "./gap_words.ts";
import { SkillHeat } from "./SkillHeat.tsx";

export function GapByCategory({ show, choices }: { show: "share" | "missing"; choices: ReactNode }) {
    const m = useWords(words);
    const pair = usePair();
    const { on } = useAsOf();
    const heat = api.useQuery("get", "/gap/categories", { params: { query: { on } } });
    return (
        <Ask query={heat}>
            {(table) => (
                <>
                    <GapHead table={table} title={m.title} />
                    {choices}
                    {table.total.needed === 0 ? (
                        <EmptyState title={m.empty} icon="grid">
                            {m.empty_hint}
                        </EmptyState>
                    ) : (
                        <>
                            <SkillHeat
                                heat={table}
                                caption={m.caption_category}
                                corner={m.category}
                                show={show}
                                link={(row) => (
                                    <Link to="/skills" search={{ category: row.code, show: "rate" }} className="link">
                                        {pair(row.name, row.name_en)}
                                    </Link>
                                )}
                            />
                            <p className="mt-2 text-quiet text-sm">{m.legend_heat}</p>
                        </>
                    )}
                </>
            )}
        </Ask>
    );
}
