// From what the server counts to the rows of a table of shares.
import type { Schema } from "../../api/types.ts";
import type { GroupCounts, ItemResult } from "./results.ts";
import type { ShareRow } from "./ShareTable.tsx";

type Pair = (ja: string, en: string) => string;
type Counted = Pick<ItemResult, "options">;

const cellsOf = (options: readonly Schema<"Option">[], counted: Counted) =>
    options.map(({ code }) => {
        const found = counted.options.find((one) => one.code === code);
        return { count: found?.count ?? 0, share: found?.share ?? 0 };
    });

/** A matrix: a row an item. */
export const itemRows = (question: Schema<"Question">, items: readonly ItemResult[], pair: Pair): ShareRow[] =>
    items.map((result) => {
        const item = question.items.find(({ code }) => code === result.item);
        return {
            key: result.item,
            name: item ? pair(item.text, item.text_en) : result.item,
            answered: result.answered,
            cells: cellsOf(question.options, result),
            mean: result.spread?.mean ?? null,
        };
    });

/** A cross table: a row a group; what may not be shown says so instead. */
export const groupRows = (
    question: Schema<"Question">,
    groups: readonly GroupCounts[],
    pair: Pair,
    hidden: ShareRow["hidden"],
): ShareRow[] =>
    groups.map((group) => ({
        key: group.group,
        name: pair(group.group, group.group_en),
        answered: group.answered,
        cells: group.hidden ? [] : cellsOf(question.options, group),
        mean: group.mean,
        hidden: group.hidden ? hidden : undefined,
    }));
