import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n/words.ts";
import type { Unit } from "./tree.ts";
import { words } from "./words.ts";

/** Who heads a unit; several may, and acting ones are said to be so. */
export function Heads({ of }: { of: Unit["heads"] }) {
    const m = useWords(words);
    if (of.length === 0) return <span className="text-quiet">{m.no_head}</span>;
    return of.map((head, index) => (
        <span key={head.staff}>
            {index > 0 && "、"}
            <Link to="/staff/$staff" params={{ staff: String(head.staff) }} className="link">
                {head.name}
            </Link>
            {m.post[head.kind] && <span className="text-quiet">({m.post[head.kind]})</span>}
        </span>
    ));
}
