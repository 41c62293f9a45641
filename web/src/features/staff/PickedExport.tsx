import { downloadUrl } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { buttonLook } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { type Narrowing, picked_at_most } from "./filters.ts";
import { words } from "./words.ts";

interface Props {
    keys: readonly string[];
    on: string | undefined;
    /** Set when all of the list is picked: then its filters say who. */
    everybody: Narrowing | null;
}

/** The people who were picked in the list, as a workbook. */
export function PickedExport({ keys, on, everybody }: Props) {
    const m = useWords(words);
    if (!everybody && keys.length > picked_at_most)
        return <span className="text-table">{m.picked_too_many(picked_at_most)}</span>;
    const query = everybody ?? { on, staff: keys };
    return (
        <a
            href={downloadUrl("/exports/staff", { ...query, format: "xlsx" })}
            download
            className={buttonLook("secondary", "small")}
        >
            <Icon name="download" size={18} />
            {m.picked_excel}
        </a>
    );
}
