import { useRef, useState } from "react";
import { api, server } from "../../api/client.ts";
import { type Refusal, refusalOf } from "../../api/refusal.ts";
import { useSending } from "../../api/sending.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Section } from "../../ui/Section.tsx";
import { Writing } from "../../ui/Writing.tsx";
import { tooLong } from "../../ui/writing/counting.ts";
import { draftQuestion, useDraft, type Written } from "./drafts.ts";
import { KeptLine } from "./KeptLine.tsx";
import { askListsAgain, type Topic, topicQuestion } from "./topics.ts";
import { useColleagues } from "./useColleagues.ts";
import { words } from "./words.ts";

interface Props {
    topic: Topic;
    onPosted: () => void;
    fetchNew: () => Promise<void>;
}

const nothing: Written = { channel: null, title: "", text: "", tags: [], files: [] };

/** The box under the replies; what was begun here earlier is in it. */
export function ReplyBox(props: Props) {
    const m = useWords(words);
    // One box lasts for one reply: after posting the next begins.
    const [round, setRound] = useState(0);
    const draft = api.useQuery("get", "/hiroba/drafts/{place}", draftQuestion(`topic-${props.topic.id}`), {
        staleTime: Number.POSITIVE_INFINITY,
        meta: { frozen: true },
    });
    return (
        <Section title={m.reply}>
            <Ask query={draft} lines={4} small>
                {({ content, files }) => (
                    <Box
                        key={round}
                        {...props}
                        begun={round === 0 && content ? { ...nothing, text: content.text, files } : nothing}
                        onDone={() => setRound(round + 1)}
                    />
                )}
            </Ask>
        </Section>
    );
}

function Box({ topic, onPosted, fetchNew, begun, onDone }: Props & { begun: Written; onDone: () => void }) {
    const m = useWords(words);
    const { written, change, kept, end } = useDraft(`topic-${topic.id}`, begun);
    const keyed = useSending();
    const [refusal, setRefusal] = useState<Refusal | null>(null);
    const [pending, setPending] = useState(false);
    const sending = useRef(false);
    const empty = written.text.trim() === "";
    const send = async () => {
        if (sending.current || empty || tooLong(written.text)) return;
        sending.current = true;
        setPending(true);
        setRefusal(null);
        try {
            const { data } = await keyed({ text: written.text, files: written.files.map(({ id }) => id) }, (body) =>
                server.POST("/topics/{id}/replies", { ...topicQuestion(topic.id), body }),
            );
            await Promise.all([end(), fetchNew()]);
            onPosted();
            onDone();
            void askListsAgain();
            requestAnimationFrame(() => document.getElementById(`reply-${data?.id}`)?.scrollIntoView({ block: "nearest" }));
        } catch (error) {
            setRefusal(refusalOf(error));
        } finally {
            sending.current = false;
            setPending(false);
        }
    };
    return (
        <form
            className="grid max-w-[52rem] gap-3"
            onSubmit={(event) => {
                event.preventDefault();
                void send();
            }}
        >
            {refusal && <Failure error={refusal} small />}
            <Writing
                plain
                className=""
                label={m.reply_text}
                lines={5}
                value={written.text}
                onChange={(text) => change({ text })}
                files={written.files}
                onFiles={(files) => change({ files })}
                onSend={() => void send()}
                suggest={useColleagues}
            />
            <div className="flex flex-wrap items-center gap-4">
                <Button type="submit" look="primary" pending={pending} disabled={empty || tooLong(written.text)}>
                    {m.reply_send}
                </Button>
                <KeptLine kept={kept} />
            </div>
        </form>
    );
}
