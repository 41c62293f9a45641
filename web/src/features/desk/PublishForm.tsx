import { useNavigate } from "@tanstack/react-router";
import * as v from "valibot";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { Writing } from "../../ui/Writing.tsx";
import { longest } from "../../ui/writing/counting.ts";
import { tagsOf } from "./desk.ts";
import { Overtaken, withoutMeanwhile } from "./Overtaken.tsx";
import { words } from "./publish_words.ts";
import { terms } from "./terms.ts";
import { useRevision } from "./useRevision.ts";
import { desk } from "./writing.ts";

const most_tags = 10;

interface Values extends Record<string, unknown> {
    title: string;
    question: string;
    answer: string;
    tags: string;
    checked: boolean;
}

/** What everybody will read, begun by the consultation and edited by hand; it goes out only once it was looked through. */
export function PublishForm({ id, publication }: { id: number; publication: Schema<"ConsultationPublication"> }) {
    const m = useWords(words);
    const t = useWords(terms);
    const navigate = useNavigate();
    const overtaking = useRevision(publication.revision);
    const text = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longest));
    const form = useForm<Values>({
        initial: {
            title: publication.title,
            question: publication.question,
            answer: publication.answer,
            tags: t.list(publication.tags),
            checked: false,
        },
        check: v.object({
            title: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120)),
            question: text,
            answer: text,
            tags: v.pipe(
                v.string(),
                v.check((typed) => tagsOf(typed).length <= most_tags, m.tags_many),
            ),
            checked: v.literal(true, m.checked_wanted),
        }) as unknown as v.GenericSchema<Values, unknown>,
        draft: `desk.publication.${id}`,
        save: async ({ title, question, answer, tags }) => {
            const body = { title: title.trim(), question: question.trim(), answer: answer.trim(), tags: tagsOf(tags) };
            const { data } = await overtaking.save((revision) => desk.publish(id, { ...body, revision }));
            toast(m.published);
            await navigate({ to: `/hiroba/topics/${data?.topic}` as "." });
        },
    });
    const { checked } = form.values;
    return (
        <section aria-labelledby="goes-out" className="rounded-8 border-2 border-primary p-4">
            <h2 id="goes-out" className="text-std-20B-150">
                {m.goes_out}
            </h2>
            <p className="mb-4 text-quiet">{m.goes_out_lead}</p>
            <Form form={withoutMeanwhile(form)} submit={m.publish}>
                <Overtaken overtaking={overtaking} onGiveUp={form.discard}>
                    <p className="font-bold">{publication.title}</p>
                    <p className="whitespace-pre-line">{publication.question}</p>
                    <p className="mt-2 whitespace-pre-line">{publication.answer}</p>
                </Overtaken>
                <TextField required label={m.question_title} maxLength={120} {...form.field("title")} />
                <Writing required label={m.question} hint={m.question_hint} lines={6} {...form.field("question")} />
                <Writing required label={m.answer} hint={m.answer_hint} lines={8} {...form.field("answer")} />
                <TextField label={m.tags} hint={m.tags_hint} {...form.field("tags")} />
                <div>
                    <Checkbox
                        id={`${form.id}-checked`}
                        checked={checked}
                        onChange={(on) => form.set("checked", on)}
                        hint={form.errors.checked}
                    >
                        {m.checked}
                    </Checkbox>
                </div>
            </Form>
        </section>
    );
}
