import { useWords } from "../../i18n/words.ts";
import { Section } from "../../ui/Section.tsx";
import { EvidenceButton } from "./EvidenceButton.tsx";
import { ReplyItem } from "./ReplyItem.tsx";
import type { Topic } from "./topics.ts";
import { words } from "./words.ts";

/** What solved it, before everything else that was said. */
export function Accepted({ topic }: { topic: Topic }) {
    const m = useWords(words);
    const reply = topic.replies.find(({ id }) => id === topic.accepted);
    if (!reply) return null;
    return (
        <div className="mt-6">
            <Section title={m.accepted_answer} action={reply.may_claim && <EvidenceButton topic={topic} reply={reply} />}>
                <ReplyItem topic={topic} reply={reply} />
            </Section>
        </div>
    );
}
