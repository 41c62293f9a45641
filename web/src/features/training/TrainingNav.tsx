import { Link, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useMay, useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { words } from "./words.ts";

/** The pages of the training year that this person has, one step below the menu. */
export function TrainingNav() {
    const m = useWords(words);
    const me = useMe();
    const manages = useMay("training_manage");
    const sees_sections = useMay("see_section");
    const city = useMay("see_statistics");
    const enrols = useMay("training_enrol");
    const keeps_records = useMay("record_evidence");
    const heads = me.roles.some(({ role }) => role === "section_head");
    const nav = useRef<HTMLElement>(null);
    const { pathname } = useLocation();
    // On a phone the row is wider than the screen: where one is must be seen.
    // biome-ignore lint/correctness/useExhaustiveDependencies: the place one is at changes with the address
    useEffect(() => {
        nav.current?.querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }, [pathname]);
    const places = [
        { to: "/training", label: m.nav.catalogue, shown: true },
        { to: "/training/mine", label: m.nav.mine, shown: enrols && me.staff !== null },
        { to: "/training/section", label: m.nav.section, shown: heads },
        { to: "/training/nominations", label: m.nav.nominations, shown: true },
        { to: "/training/records", label: m.nav.records, shown: (enrols && me.staff !== null) || sees_sections },
        { to: "/training/licences", label: m.nav.licences, shown: true },
        { to: "/training/runs", label: m.nav.runs, shown: manages },
        { to: "/training/seats", label: m.nav.seats, shown: manages },
        { to: "/training/completions", label: m.nav.completions, shown: keeps_records },
        { to: "/training/outstanding", label: m.nav.outstanding, shown: sees_sections && city },
        { to: "/training/year", label: m.nav.year, shown: true },
        { to: "/surveys", label: m.nav.surveys, shown: true },
    ];
    return (
        <nav ref={nav} aria-label={m.title} data-local className="mb-4 overflow-x-auto border-line border-b">
            <ul className="flex gap-1">
                {places
                    .filter(({ shown }) => shown)
                    .map(({ to, label }) => (
                        <li key={to}>
                            <Link
                                to={to as "."}
                                activeOptions={{ exact: to !== "/training/nominations", includeSearch: false }}
                                className="-mb-px block whitespace-nowrap border-transparent border-b-4 px-4 py-2 text-quiet no-underline hover:text-ink hover:underline aria-[current=page]:border-primary aria-[current=page]:font-bold aria-[current=page]:text-primary"
                            >
                                {label}
                            </Link>
                        </li>
                    ))}
            </ul>
        </nav>
    );
}
