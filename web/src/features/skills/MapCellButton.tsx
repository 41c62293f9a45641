import type { KeyboardEvent } from "react";
import { number } from "../../i18n/numbers.ts";
import { useWords } from "../../i18n/words.ts";
import { heat_looks } from "../../ui/chart/HeatTable.tsx";
import { heatStep } from "../../ui/chart/share.ts";
import { classes } from "../../ui/classes.ts";
import { isDoubtful, type MapCell, type Mark } from "./map.ts";
import { words } from "./map_words.ts";
import { terms } from "./terms.ts";

export type Shown = "need" | "rate" | "missing";

interface Props {
    cell: MapCell | undefined;
    show: Shown;
    /** 「DX基礎 × 課長補佐」 and how to say a state of it. */
    name: (state: string) => string;
    /** How a category is called, for what is inherited. */
    nameOf: (category: string) => string;
    /** In a draft: the mark the plan in force has here, when it is another one. */
    was: Mark | null | undefined;
    focusable: boolean;
    place: string;
    onPress: () => void;
    onFocus: () => void;
    onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
}

/** One cell: what is required here, or how far people have come with it. */
export function MapCellButton({ cell, show, name, nameOf, was, focusable, place, onPress, onFocus, onKeyDown }: Props) {
    const m = useWords(words);
    const t = useWords(terms);
    const share = { held: cell?.held ?? 0, needed: cell?.people ?? 0 };
    const signOf = (mark: Mark | null) => (mark ? t.sign[mark] : t.blank);
    const states = [
        cell ? t.mark[cell.mark] : t.blank,
        cell?.inherited_from && m.inherited(nameOf(cell.inherited_from)),
        cell && isDoubtful(cell) && t.to_confirm,
        cell && show !== "need" && (share.needed ? m.held(share.held, share.needed) : m.nobody),
        was !== undefined && m.was(signOf(was)),
    ].filter(Boolean);
    return (
        <button
            type="button"
            data-place={place}
            tabIndex={focusable ? 0 : -1}
            aria-label={name(states.join("、"))}
            title={states.join("、")}
            onClick={onPress}
            onFocus={onFocus}
            onKeyDown={onKeyDown}
            className={classes(
                "tabular relative flex h-10 print:h-6 w-full cursor-pointer items-center justify-center hover:shadow-[inset_0_0_0_2px_var(--color-primary)]",
                show !== "need" && cell && heat_looks[heatStep(share)],
                was !== undefined && "bg-warn-wash",
            )}
        >
            {show === "need" && was !== undefined && (
                <span className="mr-1 text-[0.8125rem] text-quiet">{was ? t.sign[was] : "–"}→</span>
            )}
            {cell && (show === "need" ? <Sign cell={cell} /> : <Figure share={share} show={show} />)}
            {!cell && was !== undefined && show === "need" && <span className="text-quiet">–</span>}
        </button>
    );
}

function Sign({ cell }: { cell: MapCell }) {
    const t = useWords(terms);
    return (
        <>
            <span className={classes("text-[1.0625rem]", cell.inherited_from ? "text-quiet" : "text-primary")}>
                {t.sign[cell.mark]}
            </span>
            {isDoubtful(cell) && <sup className="absolute top-1 ml-6 font-bold text-[0.75rem] text-warn">?</sup>}
        </>
    );
}

function Figure({ share, show }: { share: { held: number; needed: number }; show: Shown }) {
    if (share.needed === 0) return <span>·</span>;
    if (show === "missing") return <span>{number(share.needed - share.held)}</span>;
    return (
        <span>
            {Math.floor((share.held / share.needed) * 100)}
            <span className="text-[0.6875rem]">%</span>
        </span>
    );
}
