import { useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { laterOver } from "../../ui/later.tsx";
import type { Reply, Topic } from "./topics.ts";
import { words } from "./words.ts";

const EvidenceDialog = laterOver(() => import("./EvidenceDialog.tsx"), "EvidenceDialog");

/** An accepted answer may count as practice of a skill. */
export function EvidenceButton({ topic, reply }: { topic: Topic; reply: Reply }) {
    const m = useWords(words);
    const [open, setOpen] = useState(false);
    return (
        <>
            <Button size="small" onPress={() => setOpen(true)}>
                {m.claim}
            </Button>
            {open && <EvidenceDialog topic={topic.id} reply={reply.id} onClose={() => setOpen(false)} />}
        </>
    );
}
