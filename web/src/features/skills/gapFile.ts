// A gap table as a file for machines: one table, the heads in the first row, one figure a line, no colours.
import type { Schema } from "../../api/types.ts";

type Heat = Schema<"HeatTable">;

const quoted = (value: string | number) => {
    const text = String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** UTF-8 with a byte order mark, so that Excel reads it as it is. Pairs nobody needs are left out. */
export function gapFile(head: readonly string[], { columns, rows, as_of }: Pick<Heat, "columns" | "rows" | "as_of">): string {
    const lines = rows.flatMap((row) =>
        columns.flatMap((column, index) => {
            const cell = row.cells[index];
            if (!cell || cell.needed === 0) return [];
            return [[as_of, row.code, row.name, column.code, column.name, cell.needed, cell.held]];
        }),
    );
    return `\uFEFF${[head, ...lines].map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
}

export function saveAs(name: string, text: string) {
    const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    URL.revokeObjectURL(url);
}
