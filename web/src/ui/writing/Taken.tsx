import { placesOf, saidOf } from "../../api/refusal.ts";
import type { Attachment } from "../../api/upload.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { fileSize } from "../file_size.ts";
import { Icon } from "../Icon.tsx";
import { IconButton } from "../IconButton.tsx";
import { endings, largest_megabytes, most_files } from "./files.ts";
import type { Upload } from "./useUploads.ts";
import { words } from "./words.ts";

interface Props {
    files: readonly Attachment[];
    onRemove: (file: Attachment) => void;
    uploads: readonly Upload[];
    onForget: (key: number) => void;
}

/** What goes with the text, what is on its way, and what was not taken with the reason. */
export function Taken({ files, onRemove, uploads, onForget }: Props) {
    const m = useWords(words);
    if (files.length + uploads.length === 0) return null;
    return (
        <ul aria-label={m.files} className="border-line border-t text-table">
            {files.map((file) => (
                <li key={file.id} className="flex items-center gap-2 px-3">
                    <Icon name="file" size={18} className="text-quiet" />
                    <bdi className="min-w-0 flex-1">
                        {file.name} <span className="text-quiet text-sm">{fileSize(file.size)}</span>
                    </bdi>
                    <IconButton icon="close" label={m.remove(file.name)} onPress={() => onRemove(file)} />
                </li>
            ))}
            {uploads.map((upload) => (
                <li key={upload.key} className="flex items-center gap-2 px-3">
                    <Icon name={upload.problem || upload.refusal ? "bad" : "upload"} size={18} className="text-quiet" />
                    <span className="min-w-0 flex-1">
                        <bdi>{upload.name}</bdi> <Standing upload={upload} />
                    </span>
                    <IconButton icon="close" label={m.remove(upload.name)} onPress={() => onForget(upload.key)} />
                </li>
            ))}
        </ul>
    );
}

function Standing({ upload: { name, share, problem, refusal } }: { upload: Upload }) {
    const m = useWords(words);
    const pair = usePair();
    if (problem)
        return (
            <strong role="alert" className="block text-bad text-sm">
                {m.problem[problem](problem === "kind" ? endings.join(" ") : problem === "many" ? most_files : largest_megabytes)}
            </strong>
        );
    if (refusal)
        return (
            <strong role="alert" className="block text-bad text-sm">
                {[saidOf(refusal, pair), ...placesOf(refusal, pair)].join(" ")}
            </strong>
        );
    return <progress aria-label={m.sending(name)} max={1} value={share} className="h-2 w-24 accent-primary" />;
}
