import { useMay } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Progress } from "../../ui/chart/Progress.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { isDoubtful, type MapCategory, type MapCell, type MapSkill, type MarkOrBlank } from "./map.ts";
import { words } from "./map_words.ts";
import { terms } from "./terms.ts";

interface Props {
    category: MapCategory;
    skill: MapSkill;
    cell: MapCell | undefined;
    /** How a category is called, for what is inherited. */
    nameOf: (category: string) => string;
    onClose: () => void;
    /** In a draft: what is written here, and how to change it. */
    own?: MarkOrBlank;
    onMark?: (mark: MarkOrBlank) => void;
}

const marks = ["required", "conditional", "none"] as const;

/** Everything behind one cell of the map. */
export function CellDialog({ category, skill, cell, nameOf, onClose, own, onMark }: Props) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const statistics = useMay("see_statistics");
    const state = cell ? `${t.sign[cell.mark]} ${t.mark[cell.mark]}` : t.blank;
    return (
        <Dialog open onClose={onClose} title={`${pair(skill.name, skill.name_en)} × ${pair(category.name, category.name_en)}`}>
            <p className="mb-3 flex flex-wrap items-center gap-2 font-bold">
                {state}
                {cell && isDoubtful(cell) && <Badge tone="warn">{t.to_confirm}</Badge>}
            </p>
            {onMark && (
                <div className="mb-4">
                    <RadioGroup
                        inline
                        label={m.change_mark}
                        value={own ?? "none"}
                        onChange={(mark) => onMark(mark === "none" ? null : mark)}
                        options={marks.map((mark) => ({
                            value: mark,
                            label: mark === "none" ? t.blank : `${t.sign[mark]} ${t.mark[mark]}`,
                        }))}
                    />
                </div>
            )}
            {cell && cell.people > 0 && (
                <div className="mb-4">
                    <Progress label={m.people} value={cell.held} of={cell.people} />
                </div>
            )}
            <DefinitionList
                dense
                items={[
                    [m.what, skill.text],
                    [m.kind, t.skill_kind[skill.kind]],
                    [m.scope, cell && t.scope[cell.scope]],
                    [m.qualifier, cell?.qualifier],
                    [m.inherits, cell?.inherited_from && m.inherited(nameOf(cell.inherited_from))],
                    [m.clause, cell?.clause || skill.clause],
                    [m.confidence, cell && isDoubtful(cell) && t.confidence[cell.confidence]],
                    [m.note, cell?.note],
                    [m.alternative, cell?.alternative],
                ].map(([term, answer]) => [String(term), answer || null] as const)}
            />
            {cell && cell.people > cell.held && statistics && (
                <div className="mt-5">
                    <LinkButton size="small" to="/gap/skills/$code" params={{ code: skill.code }}>
                        {m.who_misses}
                    </LinkButton>
                </div>
            )}
        </Dialog>
    );
}
