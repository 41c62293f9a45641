// The part of the address after "?": plain text values, nothing encoded as JSON.
export interface Search {
    /** The day everything is shown as of; today when absent. */
    on?: string;
    /** The fiscal year looked at; the one of the day when absent. */
    fy?: string;
    [name: string]: string | undefined;
}

export function parseSearch(text: string): Search {
    return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
    const given = Object.entries(search).flatMap(([name, value]) =>
        value === undefined || value === null || value === "" ? [] : [[name, String(value)]],
    );
    const text = new URLSearchParams(given).toString();
    return text ? `?${text}` : "";
}
