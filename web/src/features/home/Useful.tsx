import { Link, useRouter } from "@tanstack/react-router";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Section } from "../../ui/Section.tsx";
import { words } from "./words.ts";

const places = [
    { key: "training", to: "/training" },
    { key: "map", to: "/skills" },
    { key: "unit", to: "/unit" },
    { key: "plan", to: "/plan" },
] as const;

/** What one can get: the requirements, the people, the plan. */
export function Useful() {
    const m = useWords(words);
    const me = useMe();
    const router = useRouter();
    const shown = places.filter(({ key, to }) => to in router.routesByPath && (key !== "unit" || me.unit !== null));
    return (
        <Section title={m.useful}>
            <ul className="grid gap-x-6 sm:grid-cols-2">
                {shown.map(({ key, to }) => {
                    const [name, text] = m.useful_links[key] ?? ["", ""];
                    return (
                        <li key={key} className="border-line border-b py-2">
                            <Link to={to as "."} className="link font-bold">
                                {name}
                            </Link>
                            <span className="block text-quiet text-sm">{text}</span>
                        </li>
                    );
                })}
            </ul>
        </Section>
    );
}
