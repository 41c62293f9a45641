import { useWords } from "../../i18n/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { words } from "./consultation_words.ts";
import type { Candidate } from "./desk.ts";
import { Load } from "./States.tsx";
import { terms } from "./terms.ts";

interface Props {
    id: string;
    name: string;
    value: string;
    onChange: (staff: string) => void;
    error: string | undefined;
    candidates: readonly Candidate[];
}

/** Those who could take it, with what rests on each; whoever is not here cannot be chosen. */
export function OwnerChoice({ id, name, value, onChange, error, candidates }: Props) {
    const m = useWords(words);
    const here = candidates.filter(({ presence }) => presence === "here");
    return (
        <fieldset aria-describedby={error ? `${id}-error` : undefined}>
            <legend className="mb-1 font-bold">{m.assign_to}</legend>
            {here.length === 0 && <p className="text-quiet">{m.no_candidates}</p>}
            <ul className="border-line border-t">
                {here.map((one, index) => (
                    <li key={one.staff} className="border-line border-b has-checked:bg-primary-wash">
                        <label className="flex cursor-pointer items-start gap-3 px-2 py-2">
                            <span className="flex h-[1.7em] items-center">
                                <input
                                    type="radio"
                                    id={index === 0 ? id : undefined}
                                    name={`${id}-${name}`}
                                    value={one.staff}
                                    checked={value === String(one.staff)}
                                    aria-invalid={error ? true : undefined}
                                    onChange={() => onChange(String(one.staff))}
                                    className="size-5 cursor-pointer accent-primary"
                                />
                            </span>
                            <span className="min-w-0 flex-1">
                                <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                                    <strong>{one.name}</strong>
                                    <Load open={one.open} />
                                </span>
                                <Carried candidate={one} />
                            </span>
                        </label>
                    </li>
                ))}
            </ul>
            {error && (
                <div id={`${id}-error`} className="mt-1 flex gap-1 font-bold text-bad text-sm">
                    <Icon name="bad" size={18} className="mt-0.5" />
                    {error}
                </div>
            )}
        </fieldset>
    );
}

function Carried({ candidate: one }: { candidate: Candidate }) {
    const m = useWords(words);
    const t = useWords(terms);
    const parts = [
        one.unit_name,
        one.of_subject && (one.deputy ? m.deputy : m.of_subject),
        one.overdue > 0 && m.late(one.overdue),
        one.minutes > 0 && m.visits_lately(t.time(Math.floor(one.minutes / 60), one.minutes % 60)),
        one.concurrent_posts > 0 && m.concurrent(one.concurrent_posts),
        one.moves_on && m.moves_soon,
    ];
    return <span className="block text-quiet text-sm">{parts.filter(Boolean).join(" · ")}</span>;
}
