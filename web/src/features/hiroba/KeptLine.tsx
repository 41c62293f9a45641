import type { Kept } from "../../api/keeping.ts";
import { useWords } from "../../i18n/words.ts";
import { words } from "./words.ts";

export function KeptLine({ kept }: { kept: Kept }) {
    const m = useWords(words);
    return (
        <span role="status" className="text-quiet text-sm">
            {kept !== "nothing" && m.kept[kept]}
        </span>
    );
}
