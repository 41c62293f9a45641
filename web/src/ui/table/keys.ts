import type { KeyboardEvent } from "react";

const focusable = "a[href], button:not([disabled]), input:not([disabled]), select";

/** Arrow up and down go from a link or box to the one in the same column of the next row; typing in a field is left alone. */
export function moveBetweenRows(event: KeyboardEvent, reveal: (index: number) => void) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const from = event.target as HTMLElement;
    if (from instanceof HTMLSelectElement || (from instanceof HTMLInputElement && from.type !== "checkbox")) return;
    const cell = from.closest<HTMLTableCellElement>("td, th");
    const row = cell?.closest<HTMLTableRowElement>("tr[data-index]");
    if (!cell || !row) return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    const index = Number(row.dataset.index) + step;
    reveal(index);
    requestAnimationFrame(() => {
        const next = row.parentElement?.querySelector<HTMLTableRowElement>(`tr[data-index="${index}"]`);
        next?.cells[cell.cellIndex]?.querySelector<HTMLElement>(focusable)?.focus();
    });
}
