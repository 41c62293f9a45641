import { useEffect, useRef } from "react";
import { useFilters } from "./useFilters.ts";

/** Another question begins at its first page; `names` are what the list is narrowed by, `page` among them. */
export function useFirstPageAfterNarrowing(names: readonly string[]) {
    const [filters, setFilters] = useFilters(names);
    const asked = names.map((name) => (name === "page" ? "" : filters[name])).join("\n");
    const before = useRef(asked);
    // biome-ignore lint/correctness/useExhaustiveDependencies: only another question turns back
    useEffect(() => {
        if (before.current === asked) return;
        before.current = asked;
        if (filters.page) setFilters({ page: "" });
    }, [asked]);
}
