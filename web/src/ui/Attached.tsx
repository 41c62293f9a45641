import { downloadUrl } from "../api/client.ts";
import type { Attachment } from "../api/upload.ts";
import { useWords } from "../i18n/words.ts";
import { fileSize } from "./file_size.ts";
import { Icon } from "./Icon.tsx";
import { words } from "./writing/words.ts";

/** The files that came with a text, to be fetched; pictures that stand in it are not told again. */
export function Attached({
    files,
    text_has = () => false,
}: {
    files: readonly Attachment[];
    text_has?: (id: number) => boolean;
}) {
    const m = useWords(words);
    const apart = files.filter(({ id }) => !text_has(id));
    if (apart.length === 0) return null;
    return (
        <ul aria-label={m.attached} className="mt-3 grid grid-cols-1 gap-1 text-table">
            {apart.map(({ id, name, size, picture }) => (
                <li key={id} className="typed flex gap-2">
                    <Icon name="file" size={18} className="mt-0.5 text-quiet" />
                    <span className="min-w-0">
                        <a href={downloadUrl(`/attachments/${id}`)} download={picture ? undefined : name} className="link">
                            <bdi>{name}</bdi>
                        </a>{" "}
                        <span className="text-quiet text-sm">{fileSize(size)}</span>
                    </span>
                </li>
            ))}
        </ul>
    );
}
