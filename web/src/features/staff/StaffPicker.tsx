import { useState } from "react";
import { api } from "../../api/client.ts";
import { useAsOf } from "../../app/asOf.ts";
import type { FieldProps } from "../../ui/Field.tsx";
import { Picker } from "../../ui/Picker.tsx";
import type { StaffRow } from "./columns.tsx";

export interface Picked {
    id: number;
    name: string;
}

interface Props extends FieldProps {
    value: Picked | null;
    /** The row of the list comes along when somebody was picked just now. */
    onChange: (picked: Picked | null, row?: StaffRow) => void;
}

const offered = 20;

/** Chooses a person by name, kana or number. An emptied field means nobody. */
export function StaffPicker({ value, onChange, ...field }: Props) {
    const { on } = useAsOf();
    const [typed, setTyped] = useState<string | null>(null);
    const q = typed?.trim() ?? "";
    const query = api.useQuery(
        "get",
        "/staff",
        { params: { query: { on, q, size: offered } } },
        { enabled: q.length > 0, placeholderData: (before) => before },
    );
    const found = q ? (query.data?.rows ?? []) : [];
    const chosen = value && !found.some(({ id }) => id === value.id) ? [{ id: value.id, label: value.name }] : [];
    return (
        <Picker
            {...field}
            query={typed ?? value?.name ?? ""}
            onQuery={(text) => {
                setTyped(text === value?.name ? null : text);
                if (text === "" && value) onChange(null);
            }}
            candidates={[
                ...chosen,
                ...found.map((row) => ({
                    id: row.id,
                    label: row.name,
                    hint: `${row.staff_no} ${row.unit_path || row.unit_name}`,
                })),
            ]}
            value={value?.id ?? null}
            onChange={(id) => {
                const row = found.find((one) => one.id === id);
                if (!row) return;
                setTyped(null);
                onChange({ id: row.id, name: row.name }, row);
            }}
        />
    );
}
