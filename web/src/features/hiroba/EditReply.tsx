import { useState } from "react";
import { server } from "../../api/client.ts";
import type { Attachment } from "../../api/upload.ts";
import { useWords } from "../../i18n/words.ts";
import { Writing } from "../../ui/Writing.tsx";
import { EditForm } from "./EditForm.tsx";
import { askTopicAgain, type Reply, topicQuestion } from "./topics.ts";
import { useColleagues } from "./useColleagues.ts";
import { useTwoHands } from "./useTwoHands.ts";
import { words } from "./words.ts";

interface Props {
    topic: number;
    reply: Reply;
    onDone: () => void;
}

export function EditReply({ topic, reply, onDone }: Props) {
    const m = useWords(words);
    const [files, setFiles] = useState<readonly Attachment[]>(reply.files);
    const hands = useTwoHands({
        begun: { revision: reply.revision, title: "", text: reply.text },
        save: ({ revision, text }) =>
            server
                .PATCH("/replies/{id}", {
                    params: { path: { id: reply.id } },
                    body: { revision, text, files: files.map(({ id }) => id) },
                })
                .then(() => askTopicAgain(topic)),
        theirs: async () => {
            const { data } = await server.GET("/topics/{id}", topicQuestion(topic));
            const now = data?.replies.find(({ id }) => id === reply.id);
            return { revision: now?.revision ?? reply.revision, title: "", text: now?.text ?? "" };
        },
        onDone,
    });
    return (
        <EditForm hands={hands} onCancel={onDone}>
            <Writing
                plain
                className=""
                label={m.reply_text}
                value={hands.mine.text}
                onChange={(text) => hands.change({ text })}
                files={files}
                onFiles={setFiles}
                onSend={() => void hands.send()}
                suggest={useColleagues}
            />
        </EditForm>
    );
}
