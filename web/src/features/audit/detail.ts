type Names = Readonly<Record<string, string>>;

/** What an entry recorded besides who and what, as one line: `所属: 12、職位: 課長`. What has no name here keeps its own. */
export function detailText(detail: unknown, names: Names, join: (parts: readonly string[]) => string): string {
    if (detail === null || detail === undefined) return "";
    if (typeof detail !== "object") return names[String(detail)] ?? String(detail);
    if (Array.isArray(detail)) return join(detail.map((one) => detailText(one, names, join)));
    const parts = Object.entries(detail)
        .map(([name, value]) => [names[name] ?? name, detailText(value, names, join)] as const)
        .filter(([, value]) => value !== "");
    return join(parts.map(([name, value]) => `${name}: ${value}`));
}
