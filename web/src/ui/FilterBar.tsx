import { type ReactNode, useEffect, useState } from "react";
import { useWords } from "../i18n/words.ts";
import { Button } from "./Button.tsx";
import { type Option, Select } from "./Select.tsx";
import { TextField } from "./TextField.tsx";
import { useFilters } from "./useFilters.ts";
import { words } from "./words.ts";

export interface Filter {
    name: string;
    label: string;
    /** Choices; without them the filter is a search field. */
    options?: readonly Option[];
    /** What no choice means; all of them unless said otherwise. */
    everything?: string;
    hint?: string;
}

interface Props {
    filters: readonly Filter[];
    /** Names in the address that fields among `children` keep; cleared with the rest. */
    also?: readonly string[];
    children?: ReactNode;
}

/** Filters of a list, kept in the address. Typing waits a moment before it asks. */
export function FilterBar({ filters, also = [], children }: Props) {
    const m = useWords(words);
    const [values, set, clear] = useFilters([...filters.map(({ name }) => name), ...also]);
    const narrowed = Object.values(values).some(Boolean);
    return (
        <search className="no-print mb-4 flex flex-wrap items-end gap-3">
            {filters.map(({ name, label, options, everything }) =>
                options ? (
                    <Select
                        key={name}
                        plain
                        small
                        label={label}
                        empty={everything ?? m.all}
                        options={options}
                        value={values[name] ?? ""}
                        onChange={(value) => set({ [name]: value })}
                        className="w-44 text-table max-sm:w-[calc(50%-0.375rem)]"
                    />
                ) : (
                    <SearchText
                        key={name}
                        label={label}
                        value={values[name] ?? ""}
                        onSettle={(value) => set({ [name]: value })}
                    />
                ),
            )}
            {children}
            {narrowed && (
                <Button look="quiet" size="small" onPress={clear} className="mb-0.5">
                    {m.filters_clear}
                </Button>
            )}
        </search>
    );
}

function SearchText({ label, value, onSettle }: { label: string; value: string; onSettle: (value: string) => void }) {
    const [text, setText] = useState(value);
    useEffect(() => setText(value), [value]);
    // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the wait
    useEffect(() => {
        if (text === value) return;
        const timer = setTimeout(() => onSettle(text), 200);
        return () => clearTimeout(timer);
    }, [text]);
    return (
        <TextField
            plain
            small
            type="search"
            label={label}
            value={text}
            onChange={setText}
            className="w-60 text-table max-sm:w-full"
            autoComplete="off"
        />
    );
}
