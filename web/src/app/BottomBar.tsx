import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../i18n/words.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useNavigation, useWithin } from "./useNavigation.ts";
import { words } from "./words.ts";

const in_the_bar = 4;
const item =
    "phrases flex min-h-14 flex-col items-center justify-center gap-0.5 text-center text-[clamp(0.625rem,3vw,0.75rem)] leading-tight tracking-normal text-ink no-underline data-[status=active]:font-bold data-[status=active]:text-primary data-[status=active]:shadow-[inset_0_4px_0_var(--color-primary)]";

/** On a phone the places stand at the thumb. */
export function BottomBar() {
    const m = useWords(words);
    const { entries } = useNavigation();
    const within = useWithin();
    const [open, setOpen] = useState(false);
    const rest = entries.slice(in_the_bar);
    return (
        <nav
            aria-label={m.main_nav}
            className="no-print fixed inset-x-0 bottom-0 z-30 border-line border-t bg-paper pb-[env(safe-area-inset-bottom)] desk:hidden"
        >
            <ul className="grid auto-cols-fr grid-flow-col">
                {entries.slice(0, in_the_bar).map(({ place, to, icon, also }) => (
                    <li key={place}>
                        <Link
                            to={to as "/"}
                            {...within(also)}
                            activeOptions={{ exact: to === "/", includeSearch: false }}
                            className={item}
                        >
                            <Icon name={icon} size={22} />
                            {m.nav[place]}
                        </Link>
                    </li>
                ))}
                {rest.length > 0 && (
                    <li>
                        <button
                            type="button"
                            aria-haspopup="dialog"
                            onClick={() => setOpen(true)}
                            className={`${item} w-full cursor-pointer`}
                        >
                            <Icon name="more" size={22} />
                            {m.more}
                        </button>
                    </li>
                )}
            </ul>
            <Dialog open={open} onClose={() => setOpen(false)} title={m.more}>
                <ul>
                    {rest.map(({ place, to, icon }) => (
                        <li key={place} className="border-line border-b">
                            <Link
                                to={to as "/"}
                                onClick={() => setOpen(false)}
                                className="flex min-h-14 items-center gap-3 text-ink no-underline"
                            >
                                <Icon name={icon} />
                                {m.nav[place]}
                            </Link>
                        </li>
                    ))}
                </ul>
            </Dialog>
        </nav>
    );
}
