import { Link } from "@tanstack/react-router";
import { number } from "../../i18n/numbers.ts";
import { useWords } from "../../i18n/words.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { Heads } from "./Heads.tsx";
import type { Unit } from "./tree.ts";
import { words } from "./words.ts";

interface Props {
    caption: string;
    units: readonly Unit[];
    /** Which units have something below and can be opened; a flat list when left out. */
    branches?: ReadonlySet<number>;
    open?: ReadonlySet<number>;
    onToggle?: (id: number) => void;
    /** Depth of the outermost row. */
    base?: number;
}

/** Units with their heads and people, indented as deep as they lie. */
export function UnitTable({ caption, units, branches, open, onToggle, base = 0 }: Props) {
    const m = useWords(words);
    return (
        <table className="w-full text-table">
            <caption className="sr-only">{caption}</caption>
            <thead>
                <tr className="text-left">
                    <th scope="col" className="border-line-strong border-b px-2 py-1.5">
                        {m.name}
                    </th>
                    <th scope="col" className="border-line-strong border-b px-2 py-1.5">
                        {m.heads}
                    </th>
                    <th scope="col" className="border-line-strong border-b px-2 py-1.5 text-right">
                        {m.people_count}
                    </th>
                </tr>
            </thead>
            <tbody>
                {units.map((unit) => {
                    const opened = open?.has(unit.id) ?? false;
                    return (
                        <tr key={unit.id} className="hover:bg-solid-gray-50">
                            <th scope="row" className="border-line border-b px-2 text-left font-normal">
                                <span
                                    className="flex min-h-10 items-center gap-1"
                                    style={{ paddingInlineStart: `${Math.max(0, unit.depth - base) * 1.25}rem` }}
                                >
                                    {branches?.has(unit.id) ? (
                                        <IconButton
                                            icon={opened ? "down" : "right"}
                                            label={opened ? m.close(unit.name) : m.open(unit.name)}
                                            aria-expanded={opened}
                                            onPress={() => onToggle?.(unit.id)}
                                            className="no-print"
                                        />
                                    ) : (
                                        branches && <span className="no-print w-10 shrink-0" />
                                    )}
                                    <Link to="/units/$unit" params={{ unit: String(unit.id) }} className="link">
                                        <Phrases>{unit.name}</Phrases>
                                    </Link>
                                </span>
                            </th>
                            <td className="border-line border-b px-2">
                                <Heads of={unit.heads} />
                            </td>
                            <td className="tabular border-line border-b px-2 text-right">{number(unit.people)}</td>
                        </tr>
                    );
                })}
            </tbody>
        </table>
    );
}
