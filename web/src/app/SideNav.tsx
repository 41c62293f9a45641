import { Link } from "@tanstack/react-router";
import { useWords } from "../i18n/words.ts";
import { Icon } from "../ui/Icon.tsx";
import { useNavigation, useWithin } from "./useNavigation.ts";
import { words } from "./words.ts";

export function SideNav() {
    const m = useWords(words);
    const { entries } = useNavigation();
    const within = useWithin();
    return (
        <nav aria-label={m.main_nav} className="w-52 shrink-0 border-line border-r py-4 max-desk:hidden">
            <ul className="sticky top-4">
                {entries.map(({ place, to, icon, also }) => (
                    <li key={place}>
                        <Link
                            to={to as "/"}
                            {...within(also)}
                            activeOptions={{ exact: to === "/", includeSearch: false }}
                            className="flex min-h-11 items-center gap-3 border-transparent border-l-4 px-5 py-1.5 text-ink text-table no-underline hover:bg-solid-gray-50 hover:underline data-[status=active]:border-primary data-[status=active]:bg-primary-wash data-[status=active]:font-bold data-[status=active]:text-primary"
                        >
                            <Icon name={icon} />
                            {m.nav[place]}
                        </Link>
                    </li>
                ))}
            </ul>
        </nav>
    );
}
