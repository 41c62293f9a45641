// What a list is narrowed by stands in the address, so that it can be sent to a colleague and survives the way back.
import { useNavigate, useSearch } from "@tanstack/react-router";

export type Filters<Name extends string> = Record<Name, string>;

/** `const [filters, setFilters] = useFilters(["q", "unit"])`: every value is text, empty when not set. */
export function useFilters<Name extends string>(names: readonly Name[]) {
    const search = useSearch({ strict: false }) as Record<string, string | undefined>;
    const navigate = useNavigate();
    const filters = Object.fromEntries(names.map((name) => [name, search[name] ?? ""])) as Filters<Name>;
    const setFilters = (change: Partial<Filters<Name>>) => {
        const next = Object.fromEntries(
            Object.entries<string | undefined>(change).map(([name, value]) => [name, value || undefined]),
        );
        void navigate({
            to: ".",
            search: (before: Record<string, string | undefined>) => ({ ...before, ...next }),
            replace: true,
            resetScroll: false,
        });
    };
    const clear = () => setFilters(Object.fromEntries(names.map((name) => [name, ""])) as Filters<Name>);
    return [filters, setFilters, clear] as const;
}
