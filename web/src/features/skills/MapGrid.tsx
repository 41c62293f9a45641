import { type KeyboardEvent, useRef, useState } from "react";
import { usePair, useWords } from "../../i18n/words.ts";
import { Phrases } from "../../ui/Phrases.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { MapCellButton, type Shown } from "./MapCellButton.tsx";
import { bandsOf, cellKey, cellsByKey, type MapCategory, type MapSkill, moveBy, type SkillMap } from "./map.ts";
import { words } from "./map_words.ts";

interface Props {
    map: SkillMap;
    categories: readonly MapCategory[];
    show: Shown;
    nameOf: (category: string) => string;
    /** The map in force, to show what a draft changes. */
    before?: SkillMap;
    onOpen: (category: MapCategory, skill: MapSkill) => void;
    onSpace?: (category: MapCategory, skill: MapSkill) => void;
    onUndo?: () => void;
}

/** Skills down, categories across, areas as bands. One cell is in the tab order; the arrow keys move from there. */
export function MapGrid({ map, categories, show, nameOf, before, onOpen, onSpace, onUndo }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const box = useRef<HTMLElement>(null);
    const [at, setAt] = useState({ row: 0, column: 0 });
    const bands = bandsOf(map);
    const skills = bands.flatMap((band) => band.skills);
    const cells = cellsByKey(map.cells);
    const earlier = before && cellsByKey(before.cells);

    const press = (event: KeyboardEvent, category: MapCategory, skill: MapSkill) => {
        if (event.key === " " && onSpace) {
            event.preventDefault();
            return onSpace(category, skill);
        }
        if (event.key === "z" && (event.ctrlKey || event.metaKey) && onUndo) {
            event.preventDefault();
            return onUndo();
        }
        const next = moveBy(event.key, event.ctrlKey, at, skills.length, categories.length);
        if (!next) return;
        event.preventDefault();
        setAt(next);
        box.current?.querySelector<HTMLElement>(`[data-place="${next.row}-${next.column}"]`)?.focus();
    };

    return (
        <Scroll
            ref={box}
            label={m.caption}
            className="w-fit max-w-full scroll-pt-28 scroll-pl-64 overflow-auto rounded-8 border border-line max-h-[max(26rem,calc(100dvh-13rem))] print:max-h-none print:overflow-visible print:border-0"
        >
            <table className="text-[0.875rem] leading-snug">
                <caption className="sr-only">{m.caption}</caption>
                <thead>
                    <tr>
                        <th
                            scope="col"
                            className="sticky top-0 left-0 z-20 w-60 min-w-60 border-line-strong border-b bg-solid-gray-50 px-3 py-2 text-left align-bottom"
                        >
                            {m.corner}
                        </th>
                        {categories.map((category) => (
                            <th
                                key={category.code}
                                scope="col"
                                className="sticky top-0 z-10 w-[6.25rem] min-w-[6.25rem] border-line-strong border-b border-l border-l-line bg-solid-gray-50 px-1.5 py-2 text-center align-bottom font-normal text-[0.8125rem] print:min-w-0"
                            >
                                <Phrases>{pair(category.name, category.name_en)}</Phrases>
                                {category.people > 0 && (
                                    <span className="tabular mt-0.5 block text-quiet">{m.people_of(category.people)}</span>
                                )}
                            </th>
                        ))}
                    </tr>
                </thead>
                {bands.map((band) => (
                    <tbody key={band.code}>
                        {band.name && (
                            <tr>
                                <th
                                    scope="rowgroup"
                                    colSpan={categories.length + 1}
                                    className="border-line border-b bg-primary-wash p-0 text-left"
                                >
                                    <span className="sticky left-0 inline-block px-3 py-1">{pair(band.name, band.name_en)}</span>
                                </th>
                            </tr>
                        )}
                        {band.skills.map((skill) => (
                            <tr key={skill.code}>
                                <th
                                    scope="row"
                                    className="sticky left-0 z-[5] border-line border-b bg-paper px-3 py-1.5 text-left font-normal print:py-0.5"
                                >
                                    <Phrases>{pair(skill.name, skill.name_en)}</Phrases>
                                </th>
                                {categories.map((category, column) => {
                                    const row = skills.indexOf(skill);
                                    const key = cellKey(category.code, skill.code);
                                    const cell = cells.get(key);
                                    const old = earlier?.get(key)?.mark ?? null;
                                    const changed = earlier !== undefined && old !== (cell?.mark ?? null);
                                    return (
                                        <td key={category.code} className="border-line border-b border-l p-0">
                                            <MapCellButton
                                                cell={cell}
                                                show={show}
                                                nameOf={nameOf}
                                                was={changed ? old : undefined}
                                                name={(state) =>
                                                    m.cell(
                                                        pair(skill.name, skill.name_en),
                                                        pair(category.name, category.name_en),
                                                        state,
                                                    )
                                                }
                                                place={`${row}-${column}`}
                                                focusable={at.row === row && at.column === column}
                                                onPress={() => onOpen(category, skill)}
                                                onFocus={() => setAt({ row, column })}
                                                onKeyDown={(event) => press(event, category, skill)}
                                            />
                                        </td>
                                    );
                                })}
                            </tr>
                        ))}
                    </tbody>
                ))}
            </table>
        </Scroll>
    );
}
