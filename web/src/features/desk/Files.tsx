import { downloadUrl } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { words } from "./consultation_words.ts";
import type { File } from "./desk.ts";

/** What goes with a text; nothing when there is nothing. */
export function Files({ files }: { files: readonly File[] }) {
    const m = useWords(words);
    if (files.length === 0) return null;
    return (
        <ul aria-label={m.files} className="mt-2 flex flex-wrap gap-2">
            {files.map((file) => (
                <li key={file.id}>
                    <a
                        href={downloadUrl(`/attachments/${file.id}`)}
                        className="link flex items-center gap-1.5 rounded-8 border border-line px-2 py-1 text-table"
                    >
                        <Icon name="file" size={18} />
                        {file.name}
                        <span className="text-quiet text-sm">{m.file_size(file.size)}</span>
                    </a>
                </li>
            ))}
        </ul>
    );
}
