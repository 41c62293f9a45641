import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n/words.ts";
import { classes } from "../../ui/classes.ts";
import { type Group, type Kind, totalOf } from "./found.ts";
import { words } from "./words.ts";

/** The kinds in which something was found, with how much. */
export function KindTabs({ groups, shown }: { groups: readonly Group[]; shown: Kind | undefined }) {
    const m = useWords(words);
    if (groups.length === 0) return null;
    return (
        <nav aria-label={m.kinds} className="no-print mb-6">
            <ul className="flex flex-wrap gap-1.5">
                <li>
                    <Tab kind={undefined} on={shown === undefined}>
                        {m.all} {m.count(totalOf(groups))}
                    </Tab>
                </li>
                {groups.map((group) => (
                    <li key={group.kind}>
                        <Tab kind={group.kind} on={shown === group.kind}>
                            {m.kind[group.kind]} {m.count(group)}
                        </Tab>
                    </li>
                ))}
            </ul>
        </nav>
    );
}

function Tab({ kind, on, children }: { kind: Kind | undefined; on: boolean; children: React.ReactNode }) {
    return (
        <Link
            to="/search"
            search={(before) => ({ ...before, kind })}
            resetScroll={false}
            aria-current={on ? "true" : undefined}
            className={classes(
                "tabular inline-block rounded-full border px-3 py-1 text-[0.875rem] no-underline hover:underline",
                on ? "border-primary bg-primary-wash font-bold text-primary" : "border-line-strong text-ink",
            )}
        >
            {children}
        </Link>
    );
}
