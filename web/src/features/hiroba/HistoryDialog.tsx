import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Moment } from "../../ui/Day.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Rich } from "../../ui/Rich.tsx";
import { words } from "./words.ts";

interface Props {
    id: number;
    reply: boolean;
    onClose: () => void;
}

/** What stood there before. */
export function HistoryDialog({ id, reply, onClose }: Props) {
    const m = useWords(words);
    return (
        <Dialog open onClose={onClose} title={m.history} wide>
            {reply ? <OfReply id={id} /> : <OfTopic id={id} />}
        </Dialog>
    );
}

function OfTopic({ id }: { id: number }) {
    const query = api.useQuery("get", "/topics/{id}/history", { params: { path: { id } } }, { staleTime: 0 });
    return <Ask query={query}>{({ versions }) => <Versions versions={versions} />}</Ask>;
}

function OfReply({ id }: { id: number }) {
    const query = api.useQuery("get", "/replies/{id}/history", { params: { path: { id } } }, { staleTime: 0 });
    return <Ask query={query}>{({ versions }) => <Versions versions={versions} />}</Ask>;
}

function Versions({ versions }: { versions: readonly Schema<"Earlier">[] }) {
    const m = useWords(words);
    return (
        <ol className="grid grid-cols-1 gap-6">
            {versions.map((version) => (
                <li key={version.revision}>
                    <p className="mb-1 text-quiet text-sm">
                        {m.until} <Moment at={version.until_at} />
                    </p>
                    {version.title && <p className="typed font-bold">{version.title}</p>}
                    <div className="rounded-8 border border-line p-3">
                        <Rich pieces={version.pieces} headings={3} />
                    </div>
                </li>
            ))}
        </ol>
    );
}
