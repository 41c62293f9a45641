import { Link } from "@tanstack/react-router";
import { useNavigation } from "../../app/useNavigation.ts";
import { useWords } from "../../i18n/words.ts";
import { words } from "./words.ts";

const places = [
    { to: "/improvement/themes", name: "themes" },
    { to: "/improvement/meetings", name: "meetings" },
    { to: "/selfcheck", name: "selfcheck" },
    { to: "/practice", name: "practice" },
] as const;

/** What stands beside the cases: the year's themes, the meetings, the self-check, skills shown in practice. */
export function ImprovementPlaces() {
    const m = useWords(words);
    const { exists } = useNavigation();
    return (
        <nav aria-label={m.places} data-local className="no-print mb-6">
            <ul className="flex flex-wrap gap-x-6 gap-y-1">
                {places
                    .filter(({ to }) => exists(to))
                    .map(({ to, name }) => (
                        <li key={to}>
                            <Link to={to} className="link">
                                {m.place[name]}
                            </Link>
                        </li>
                    ))}
            </ul>
        </nav>
    );
}
