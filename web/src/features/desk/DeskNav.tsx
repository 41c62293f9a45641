import { Link, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { api } from "../../api/client.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { words } from "./words.ts";

/** The desk's own pages for those who answer; who only asks has one page and needs no menu. */
export function DeskNav() {
    const m = useWords(words);
    const advises = useMay("advise");
    const manages = useMay("manage_desk");
    // Whoever owns a subject answers too, whatever their role.
    const owns = api.useQuery("get", "/desk", {}, { enabled: !advises && !manages }).data?.is_desk ?? false;
    const answers = advises || manages || owns;
    const nav = useRef<HTMLElement>(null);
    const { pathname } = useLocation();
    // biome-ignore lint/correctness/useExhaustiveDependencies: the place one is at changes with the address
    useEffect(() => {
        nav.current?.querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }, [pathname, answers]);
    if (!answers) return null;
    const places = [
        { to: "/desk", label: m.nav.desk, shown: true },
        { to: "/desk/board", label: m.nav.board, shown: true },
        { to: "/desk/slots", label: m.nav.slots, shown: true },
        { to: "/desk/subjects", label: m.nav.subjects, shown: manages },
        { to: "/desk/advisers", label: m.nav.advisers, shown: true },
    ];
    return (
        <nav ref={nav} aria-label={m.nav.label} data-local className="no-print mb-4 overflow-x-auto">
            <ul className="flex gap-2">
                {places
                    .filter(({ shown }) => shown)
                    .map(({ to, label }) => (
                        <li key={to}>
                            <Link
                                to={to as "."}
                                activeOptions={{ exact: true, includeSearch: false }}
                                className="block whitespace-nowrap rounded-full border border-line-strong px-3 py-1 text-ink text-table no-underline hover:underline aria-[current=page]:border-primary aria-[current=page]:bg-primary-wash aria-[current=page]:font-bold aria-[current=page]:text-primary"
                            >
                                {label}
                            </Link>
                        </li>
                    ))}
            </ul>
        </nav>
    );
}
