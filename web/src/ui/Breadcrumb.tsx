import { Link } from "@tanstack/react-router";
import { useWords } from "../i18n/words.ts";
import { Icon } from "./Icon.tsx";
import { words } from "./words.ts";

export interface Step {
    label: string;
    to: string;
    search?: Record<string, string>;
}

/** Where this page stands. The last one is the page itself and is left to the heading. */
export function Breadcrumb({ path }: { path: readonly Step[] }) {
    const m = useWords(words);
    return (
        <nav aria-label={m.breadcrumb} className="mb-2 text-sm">
            <ol className="flex flex-wrap items-center gap-x-1">
                {path.map((step) => (
                    <li key={step.label} className="flex items-center gap-1">
                        <Link to={step.to as "."} search={step.search} className="link">
                            {step.label}
                        </Link>
                        <Icon name="right" size={14} className="text-quiet" />
                    </li>
                ))}
            </ol>
        </nav>
    );
}
