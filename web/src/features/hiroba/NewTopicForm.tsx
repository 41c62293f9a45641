import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import * as v from "valibot";
import { server } from "../../api/client.ts";
import { useSending } from "../../api/sending.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { Writing } from "../../ui/Writing.tsx";
import { longest } from "../../ui/writing/counting.ts";
import { ChannelSelect } from "./ChannelSelect.tsx";
import { useDraft, type Written } from "./drafts.ts";
import { KeptLine } from "./KeptLine.tsx";
import { Similar } from "./Similar.tsx";
import { askListsAgain, longest_title, tagsOf } from "./topics.ts";
import { useColleagues } from "./useColleagues.ts";
import { words } from "./words.ts";

const nothing: Written = { channel: null, title: "", text: "", tags: [], files: [] };

export function NewTopicForm({ begun, restored }: { begun: Written; restored: boolean }) {
    const m = useWords(words);
    const navigate = useNavigate();
    const keyed = useSending();
    const { written, change, kept, end } = useDraft("new", begun);
    const [known, setKnown] = useState(restored);
    const [tags, setTags] = useState(written.tags.join(" "));
    const form = useForm({
        initial: { channel: written.channel, title: written.title, text: written.text, tags: "" },
        check: v.object({
            channel: v.pipe(v.nullable(v.number()), v.number(m.channel_missing)),
            title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest_title)),
            text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxGraphemes(longest)),
            tags: v.string(),
        }),
        save: async ({ channel, title, text }) => {
            const topic = {
                channel: channel ?? 0,
                title,
                text,
                tags: tagsOf(tags),
                files: written.files.map(({ id }) => id),
            };
            const { data } = await keyed(topic, (body) => server.POST("/topics", { body }));
            await end();
            void askListsAgain();
            toast(m.posted);
            void navigate({ to: `/hiroba/topics/${data?.id}` as "." });
        },
    });
    const put = (part: Partial<Written>) => {
        change(part);
        if (part.channel !== undefined) form.set("channel", part.channel);
        if (part.title !== undefined) form.set("title", part.title);
        if (part.text !== undefined) form.set("text", part.text);
    };
    const clear = () => {
        put(nothing);
        setTags("");
        setKnown(false);
    };
    return (
        <>
            {known && (
                <p className="mb-4 flex flex-wrap items-center gap-x-4 text-quiet text-sm">
                    {m.draft_back}
                    <Button look="quiet" size="small" onPress={clear}>
                        {m.draft_away}
                    </Button>
                </p>
            )}
            <Form form={form} submit={m.post} aside={<KeptLine kept={kept} />}>
                <ChannelSelect
                    id={form.field("channel").id}
                    error={form.errors.channel}
                    value={written.channel}
                    onChange={(channel) => put({ channel })}
                />
                <div>
                    <TextField
                        {...form.field("title")}
                        label={m.topic_title}
                        hint={m.topic_title_hint}
                        required
                        className=""
                        maxLength={longest_title}
                        autoComplete="off"
                        value={written.title}
                        onChange={(title) => put({ title })}
                    />
                    <Similar title={written.title} />
                </div>
                <Writing
                    {...form.field("text")}
                    className=""
                    label={m.topic_text}
                    hint={m.topic_text_hint}
                    required
                    lines={10}
                    value={written.text}
                    onChange={(text) => put({ text })}
                    files={written.files}
                    onFiles={(files) => change({ files })}
                    onSend={() => void form.submit()}
                    suggest={useColleagues}
                />
                <TextField
                    {...form.field("tags")}
                    label={m.tags}
                    hint={m.tags_hint}
                    value={tags}
                    onChange={(typed) => {
                        setTags(typed);
                        change({ tags: tagsOf(typed) });
                    }}
                />
            </Form>
        </>
    );
}
