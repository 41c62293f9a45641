import type { ReactNode } from "react";

/** Terms and what they are, side by side; under each other on a phone. Empty answers are left out unless asked for. */
export function DefinitionList({
    items,
    dense,
}: {
    items: readonly (readonly [term: string, answer: ReactNode])[];
    dense?: boolean;
}) {
    return (
        <dl className={dense ? "text-table" : ""}>
            {items
                .filter(([, answer]) => answer !== null && answer !== undefined && answer !== false && answer !== "")
                .map(([term, answer]) => (
                    <div
                        key={term}
                        className="grid gap-x-4 border-b border-line py-2 sm:grid-cols-[minmax(7rem,min(30%,13rem))_1fr]"
                    >
                        <dt className="text-quiet">{term}</dt>
                        <dd className="min-w-0">{answer}</dd>
                    </div>
                ))}
        </dl>
    );
}
