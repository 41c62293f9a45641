import { downloadUrl } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { buttonLook } from "../../ui/Button.tsx";
import { words } from "./editor_words.ts";

/** The questionnaire as a file, for another city or another place. */
export function Exports({ id }: { id: number }) {
    const m = useWords(words);
    return (
        <span className="flex items-center gap-1">
            <span className="sr-only">{m.export}</span>
            {(["yaml", "xlsx"] as const).map((format) => (
                <a
                    key={format}
                    href={downloadUrl(`/surveys/${id}/file`, { format })}
                    download
                    aria-label={`${m.export}: ${m.formats[format]}`}
                    className={buttonLook("quiet")}
                >
                    {m.formats[format]}
                </a>
            ))}
        </span>
    );
}
