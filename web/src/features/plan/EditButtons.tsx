import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import type { PlanItem } from "./cells.ts";
import { useEditing } from "./editing.ts";
import { member_words } from "./member_words.ts";
import type { Editable } from "./tables.ts";
import { words } from "./words.ts";

/** 「直す」 beside an item of a draft. */
export function EditButton({ table, item, name }: { table: Editable; item: object; name: string }) {
    const m = useWords(words);
    const editing = useEditing();
    if (!editing) return null;
    return (
        <Button
            look="quiet"
            size="small"
            className="no-print"
            aria-label={m.edit_of(name)}
            onPress={() => editing.open({ table, item: item as PlanItem })}
        >
            {m.edit}
        </Button>
    );
}

/** 「追加」 beside the heading of a table of a draft. */
export function AddButton({ table }: { table: Editable }) {
    const m = useWords(words);
    const { tables } = useWords(member_words);
    const editing = useEditing();
    if (!editing) return null;
    return (
        <Button size="small" aria-label={m.add_to(tables[table] ?? table)} onPress={() => editing.open({ table, item: null })}>
            {m.add}
        </Button>
    );
}
