import { server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Sure } from "../../ui/Sure.tsx";
import { words } from "./office_words.ts";
import type { Run } from "./runs.ts";

/** Closing cannot be taken back, so what follows is said first. */
export function CloseDialog({ run, onClose, done }: { run: Run; onClose: () => void; done: () => Promise<void> }) {
    const m = useWords(words);
    const act = async () => {
        await server.POST("/runs/{run}/closing", { params: { path: { run: run.id } } });
        await done();
        onClose();
    };
    return (
        <Sure title={m.close_title} submit={m.close} act={act} onClose={onClose}>
            {m.close_follows(run.waiting, run.applied)}
        </Sure>
    );
}
