// What is asked, as the form holds it and as it is sent.
import * as v from "valibot";
import type { Schema } from "../../api/types.ts";
import { longest } from "../../ui/writing/counting.ts";
import type { Consultation, File } from "./desk.ts";

export interface QuestionValues extends Record<string, unknown> {
    title: string;
    trouble: string;
    wanted: string;
    wished_on: string;
    shared: boolean;
    files: File[];
}

export interface AskValues extends QuestionValues {
    subject: string;
}

export const newAsk = (draft: Schema<"ConsultationDraft"> | null, subject: string): AskValues => ({
    subject,
    title: draft?.title ?? "",
    trouble: draft?.trouble ?? "",
    wanted: "",
    wished_on: "",
    shared: false,
    files: [],
});

export const askOf = (one: Consultation): QuestionValues => ({
    title: one.title,
    trouble: one.trouble,
    wanted: one.wanted,
    wished_on: one.wished_on ?? "",
    shared: one.shared,
    files: one.files,
});

const question = {
    title: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120)),
    trouble: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longest)),
    wanted: v.pipe(v.string(), v.maxLength(longest)),
    wished_on: v.string(),
    shared: v.boolean(),
    files: v.array(v.any()),
};

export const questionCheck = v.object(question) as unknown as v.GenericSchema<QuestionValues, unknown>;

export const askCheck = (m: { choose_subject: string }) =>
    v.object({
        subject: v.pipe(v.string(), v.nonEmpty(m.choose_subject)),
        ...question,
    }) as unknown as v.GenericSchema<AskValues, unknown>;

export const questionOf = (values: QuestionValues) => ({
    title: values.title.trim(),
    trouble: values.trouble.trim(),
    wanted: values.wanted.trim(),
    wished_on: values.wished_on || null,
    shared: values.shared,
    files: values.files.map(({ id }) => id),
});

export const bodyOf = (values: AskValues, topic: number | null): Schema<"NewConsultation"> => ({
    ...questionOf(values),
    subject: Number(values.subject),
    topic,
});
