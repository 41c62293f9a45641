import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Select } from "../../ui/Select.tsx";
import { bandsOf, cellKey, cellsByKey, isDoubtful, type MapCategory, type MapSkill, type SkillMap } from "./map.ts";
import { words } from "./map_words.ts";
import { terms } from "./terms.ts";

interface Props {
    map: SkillMap;
    categories: readonly MapCategory[];
    category: MapCategory;
    nameOf: (category: string) => string;
    /** Blank cells too: in a draft they are what may be filled. */
    blanks: boolean;
    onCategory: (code: string) => void;
    onOpen: (category: MapCategory, skill: MapSkill) => void;
}

/** The map on a phone: one category at a time, what it needs under each area. */
export function MapList({ map, categories, category, nameOf, blanks, onCategory, onOpen }: Props) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const cells = cellsByKey(map.cells);
    const cellOf = (skill: MapSkill) => cells.get(cellKey(category.code, skill.code));
    const bands = bandsOf(map)
        .map((band) => ({ ...band, skills: band.skills.filter((skill) => blanks || cellOf(skill)) }))
        .filter((band) => band.skills.length > 0);
    return (
        <>
            <Select
                plain
                label={m.category}
                value={category.code}
                onChange={onCategory}
                options={categories.map(({ code, name, name_en }) => ({ value: code, label: pair(name, name_en) }))}
                className="mb-4"
            />
            {bands.map((band) => (
                <section key={band.code} aria-label={pair(band.name, band.name_en)} className="mb-6">
                    <h2 className="mb-1 bg-primary-wash px-3 py-1 text-table">{pair(band.name, band.name_en)}</h2>
                    <ul>
                        {band.skills.map((skill) => {
                            const cell = cellOf(skill);
                            return (
                                <li key={skill.code} className="border-line border-b">
                                    <button
                                        type="button"
                                        onClick={() => onOpen(category, skill)}
                                        className="grid min-h-12 w-full cursor-pointer grid-cols-[1.75rem_1fr_auto] items-center gap-x-2 px-1 py-2 text-left hover:bg-solid-gray-50"
                                    >
                                        <span aria-hidden="true" className="text-center text-[1.125rem] text-primary">
                                            {cell && t.sign[cell.mark]}
                                        </span>
                                        <span>
                                            {pair(skill.name, skill.name_en)}
                                            <span className="block text-quiet text-sm">
                                                {cell ? t.mark[cell.mark] : t.blank}
                                                {cell?.inherited_from && ` ${m.inherited(nameOf(cell.inherited_from))}`}
                                            </span>
                                        </span>
                                        <span className="tabular text-right text-quiet text-sm">
                                            {cell !== undefined && cell.people > 0 && `${cell.held} / ${cell.people}`}
                                            {cell && isDoubtful(cell) && (
                                                <span className="block">
                                                    <Badge tone="warn">{t.to_confirm}</Badge>
                                                </span>
                                            )}
                                        </span>
                                    </button>
                                </li>
                            );
                        })}
                    </ul>
                </section>
            ))}
        </>
    );
}
