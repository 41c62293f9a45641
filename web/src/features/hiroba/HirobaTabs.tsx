import { Link, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useNavigation, useWithin } from "../../app/useNavigation.ts";
import { useWords } from "../../i18n/words.ts";
import { words } from "./words.ts";

const places = [
    { to: "/hiroba", name: "hiroba", also: [] },
    { to: "/desk", name: "desk", also: [] },
    { to: "/improvement", name: "improvement", also: ["/selfcheck", "/practice"] },
    { to: "/notices", name: "notices", also: ["/newsletters"] },
] as const;

/** Asking, consulting, improving and telling: four places that lead into each other, one step below the menu. */
export function HirobaTabs() {
    const m = useWords(words);
    const { exists } = useNavigation();
    const within = useWithin();
    const nav = useRef<HTMLElement>(null);
    const { pathname } = useLocation();
    // On a phone the row is wider than the screen: where one is must be seen.
    // biome-ignore lint/correctness/useExhaustiveDependencies: the place one is at changes with the address
    useEffect(() => {
        nav.current?.querySelector("[data-status=active]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }, [pathname]);
    return (
        <nav ref={nav} aria-label={m.places} data-local className="no-print mb-4 overflow-x-auto border-line border-b">
            <ul className="flex gap-1">
                {places
                    .filter(({ to }) => exists(to))
                    .map(({ to, name, also }) => (
                        <li key={to}>
                            <Link
                                to={to as "."}
                                {...within(also)}
                                activeOptions={{ includeSearch: false }}
                                className="-mb-px block whitespace-nowrap border-transparent border-b-4 px-4 py-2 text-quiet no-underline hover:text-ink hover:underline data-[status=active]:border-primary data-[status=active]:font-bold data-[status=active]:text-primary"
                            >
                                {m.place[name]}
                            </Link>
                        </li>
                    ))}
            </ul>
        </nav>
    );
}
