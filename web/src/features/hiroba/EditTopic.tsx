import { useState } from "react";
import { server } from "../../api/client.ts";
import type { Attachment } from "../../api/upload.ts";
import { useWords } from "../../i18n/words.ts";
import { TextField } from "../../ui/TextField.tsx";
import { Writing } from "../../ui/Writing.tsx";
import { ChannelSelect } from "./ChannelSelect.tsx";
import { EditForm } from "./EditForm.tsx";
import { askListsAgain, askTopicAgain, longest_title, type Topic, tagsOf, topicQuestion } from "./topics.ts";
import { useColleagues } from "./useColleagues.ts";
import { useTwoHands } from "./useTwoHands.ts";
import { words } from "./words.ts";

export function EditTopic({ topic, onDone }: { topic: Topic; onDone: () => void }) {
    const m = useWords(words);
    const [files, setFiles] = useState<readonly Attachment[]>(topic.files);
    const [channel, setChannel] = useState(topic.channel);
    const [tags, setTags] = useState(topic.tags.join(" "));
    const hands = useTwoHands({
        begun: { revision: topic.revision, title: topic.title, text: topic.text },
        save: (text) =>
            server
                .PATCH("/topics/{id}", {
                    ...topicQuestion(topic.id),
                    body: { ...text, channel, tags: tagsOf(tags), files: files.map(({ id }) => id) },
                })
                .then(() => Promise.all([askTopicAgain(topic.id), askListsAgain()])),
        theirs: async () => {
            const { data } = await server.GET("/topics/{id}", topicQuestion(topic.id));
            const now = data ?? topic;
            return { revision: now.revision, title: now.title, text: now.text };
        },
        onDone,
    });
    return (
        <EditForm hands={hands} onCancel={onDone}>
            <ChannelSelect value={channel} onChange={(id) => id !== null && setChannel(id)} />
            <TextField
                label={m.topic_title}
                required
                className=""
                maxLength={longest_title}
                value={hands.mine.title}
                onChange={(title) => hands.change({ title })}
            />
            <Writing
                className=""
                label={m.topic_text}
                required
                value={hands.mine.text}
                onChange={(text) => hands.change({ text })}
                files={files}
                onFiles={setFiles}
                onSend={() => void hands.send()}
                suggest={useColleagues}
            />
            <TextField label={m.tags} hint={m.tags_hint} value={tags} onChange={setTags} />
        </EditForm>
    );
}
