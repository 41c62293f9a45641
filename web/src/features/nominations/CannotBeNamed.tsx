import { useWords } from "../../i18n/words.ts";
import { Against, Marks } from "./Marks.tsx";
import type { Candidate } from "./nominations.ts";
import { words } from "./words.ts";

/** Those of the section who cannot be named, each with why. */
export function CannotBeNamed({ candidates }: { candidates: readonly Candidate[] }) {
    const m = useWords(words);
    if (candidates.length === 0) return null;
    return (
        <details className="mt-6 max-w-3xl">
            <summary className="cursor-pointer py-2 text-primary">{m.cannot(candidates.length)}</summary>
            <ul>
                {candidates.map((one) => (
                    <li key={one.staff} className="border-line border-b px-2 py-2 first:border-t">
                        <span className="font-bold">{one.name}</span>
                        <span className="mx-3 text-quiet text-sm">
                            {one.unit_name} ・ {one.rank}
                        </span>
                        <Marks {...one} />
                        <div className="text-table">
                            <Against reasons={one.against} />
                        </div>
                    </li>
                ))}
            </ul>
        </details>
    );
}
