import { useState } from "react";
import type { Column } from "./columns.ts";

/** Which columns are shown: the usual ones until the reader chose, then what was chosen, on this browser. */
export function useColumnChoice<Row>(name: string, columns: readonly Column<Row>[]) {
    const key = `hagukumi.columns.${name}`;
    const [chosen, setChosen] = useState<Record<string, boolean>>(() => {
        try {
            return JSON.parse(localStorage.getItem(key) ?? "{}");
        } catch {
            return {};
        }
    });
    const shown = (column: Column<Row>) => chosen[column.key] ?? !column.hidden;
    const keep = (next: Record<string, boolean>) => {
        setChosen(next);
        localStorage.setItem(key, JSON.stringify(next));
    };
    return {
        visibility: Object.fromEntries(columns.map((column, index) => [column.key, index === 0 || shown(column)])),
        toggle: (column: Column<Row>) => keep({ ...chosen, [column.key]: !shown(column) }),
        reset: () => keep({}),
    };
}
