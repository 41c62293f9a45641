// A notice as it is typed.
import * as v from "valibot";
import type { Schema } from "../../api/types.ts";
import type { Attachment } from "../../api/upload.ts";

export type Notice = Schema<"NoticesNotice">;
export type NoticeLine = Schema<"NoticeLine">;
export type NoticeKind = NoticeLine["kind"];

export const kinds = [
    "general",
    "national_trend",
    "support_scheme",
    "training",
    "tools",
    "security",
] as const satisfies readonly NoticeKind[];
/** Also what is told by itself. */
export const all_kinds = [...kinds, "newsletter"] as const satisfies readonly NoticeKind[];
export const status_tones = { draft: "warn", published: "good", taken_back: "plain" } as const;

export interface NoticeDraft extends Record<string, unknown> {
    kind: NoticeKind;
    title: string;
    text: string;
    audience: string;
    link: string;
    from: string;
    until: string;
    important: boolean;
    files: Attachment[];
}

export const emptyNotice = (today: string): NoticeDraft => ({
    kind: "general",
    title: "",
    text: "",
    audience: "",
    link: "",
    from: today,
    until: "",
    important: false,
    files: [],
});

export const draftOf = ({ line, text, audience, attached }: Notice): NoticeDraft => ({
    kind: line.kind,
    title: line.title,
    text,
    audience,
    link: line.link,
    from: line.from,
    until: line.until ?? "",
    important: line.important,
    files: [...attached],
});

export const bodyOf = (draft: NoticeDraft): Omit<Schema<"NewNotice">, "key"> => ({
    kind: draft.kind,
    title: draft.title.trim(),
    text: draft.text.trim(),
    audience: draft.audience.trim(),
    link: draft.link.trim(),
    from: draft.from,
    until: draft.until || null,
    important: draft.important,
    files: draft.files.map(({ id }) => id),
});

export function noticeCheck(m: { backwards: string }) {
    const filled = v.pipe(v.string(), v.trim(), v.nonEmpty());
    const draft = v.pipe(
        v.looseObject({ title: filled, text: filled, from: filled, until: v.string() }),
        v.forward(
            v.partialCheck([["from"], ["until"]], ({ from, until }) => until === "" || from <= until, m.backwards),
            ["until"],
        ),
    );
    return draft as unknown as v.GenericSchema<NoticeDraft, unknown>;
}
