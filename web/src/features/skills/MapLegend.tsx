import { useWords } from "../../i18n/words.ts";
import type { Shown } from "./MapCellButton.tsx";
import { words } from "./map_words.ts";
import { terms } from "./terms.ts";

export function MapLegend({ show, editing }: { show: Shown; editing: boolean }) {
    const m = useWords(words);
    const t = useWords(terms);
    return (
        <p className="mb-2 flex flex-wrap gap-x-5 text-quiet text-sm">
            <span className="sr-only">{m.legend}</span>
            {show === "need" && (
                <>
                    <span>
                        {t.sign.required} {t.mark.required}
                    </span>
                    <span>
                        {t.sign.conditional} {t.mark.conditional}
                    </span>
                    <span>{m.legend_doubt}</span>
                </>
            )}
            <span>{m.legend_blank}</span>
            <span className="no-print">{editing ? m.legend_space : m.legend_keys}</span>
        </p>
    );
}
