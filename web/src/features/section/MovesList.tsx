import { Link } from "@tanstack/react-router";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Day } from "../../ui/Day.tsx";
import { words } from "./words.ts";

/** Who comes and who goes, as far as it is announced. */
export function MovesList({ moves }: { moves: readonly Schema<"Move">[] }) {
    const m = useWords(words);
    if (moves.length === 0) return <p className="text-quiet">{m.moves_none}</p>;
    return (
        <ul className="text-table">
            {moves.map((move) => (
                <li key={`${move.staff} ${move.kind} ${move.on}`} className="flex flex-wrap gap-x-4 border-line border-b py-2">
                    <Day iso={move.on} />
                    <Link to="/staff/$staff" params={{ staff: String(move.staff) }} className="link">
                        {move.name}
                    </Link>
                    <span>{move.kind === "arrives" ? m.arrives(move.other_unit) : m.leaves(move.other_unit)}</span>
                </li>
            ))}
        </ul>
    );
}
