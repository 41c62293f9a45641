import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n/words.ts";
import { classes } from "../../ui/classes.ts";
import { terms } from "./terms.ts";
import { type View, views } from "./topics.ts";
import { words } from "./words.ts";

/** Which topics are listed; kept in the address. */
export function ViewTabs({ shown }: { shown: View }) {
    const m = useWords(words);
    const t = useWords(terms);
    return (
        <nav aria-label={m.views} className="no-print mb-3">
            <ul className="flex flex-wrap gap-1.5">
                {views.map((view) => (
                    <li key={view}>
                        <Link
                            to="/hiroba"
                            search={(before) => ({ ...before, view: view === "all" ? undefined : view })}
                            aria-current={view === shown ? "true" : undefined}
                            className={classes(
                                "inline-block rounded-full border px-2.5 py-1 text-[0.875rem] no-underline hover:underline",
                                view === shown
                                    ? "border-primary bg-primary-wash font-bold text-primary"
                                    : "border-line-strong text-ink",
                            )}
                        >
                            {t.view[view]}
                        </Link>
                    </li>
                ))}
            </ul>
        </nav>
    );
}
