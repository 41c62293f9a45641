/** What an entry recorded besides who and what, as one line: `unit: 12, rank: 課長`. */
export function detailText(detail: unknown): string {
    if (detail === null || detail === undefined) return "";
    if (typeof detail !== "object") return String(detail);
    if (Array.isArray(detail)) return detail.map(detailText).join("、");
    return Object.entries(detail)
        .map(([name, value]) => [name, detailText(value)] as const)
        .filter(([, value]) => value !== "")
        .map(([name, value]) => `${name}: ${value}`)
        .join(", ");
}
