// A case as the server keeps it, and as it is typed.
import * as v from "valibot";
import type { Schema } from "../../api/types.ts";
import type { Attachment } from "../../api/upload.ts";
import { figureFrom, gainOf, type StepDraft, toDrafts, toSteps, unreadable } from "./flow.ts";

export type Case = Schema<"Case">;
export type CaseCard = Schema<"CaseCard">;
export type NewCase = Schema<"NewCase">;
export type CaseForm = Omit<Schema<"CaseChange">, "revision">;
export type Stage = CaseCard["stage"];
export type Status = CaseCard["status"];
export type Axis = CaseCard["axes"][number];

export const stages = ["issue", "study", "action", "effect", "spread"] as const satisfies readonly Stage[];
export const statuses = ["draft", "submitted", "confirmed", "returned"] as const satisfies readonly Status[];
export const axes = ["citizen_service", "administration", "work_style"] as const satisfies readonly Axis[];
export const status_tones = { draft: "plain", submitted: "info", confirmed: "good", returned: "warn" } as const;

/** The figures of a case; nothing where no flow is written. */
export function gainOfCase({ effect }: Pick<Case, "effect">) {
    if (effect.before.length === 0 && effect.after.length === 0) return null;
    return gainOf(effect.before, effect.after, effect.hourly.yen, effect.tool_yen);
}

/** Where a case goes next; from the last stage it stays. */
export const nextStage = (stage: Stage): Stage => stages[stages.indexOf(stage) + 1] ?? stage;

export interface MemberDraft {
    staff: number;
    name: string;
    unit_name: string;
    part: string;
}
export interface ToolDraft {
    key: string;
    name: string;
    yen: string;
}

const texts = ["problem", "cause", "direction", "done", "support", "citizen_benefit", "staff_benefit", "hours_used_for"] as const;
export type TextName = (typeof texts)[number];

export interface CaseDraft extends Record<string, unknown>, Record<TextName, string> {
    unit: number | null;
    fiscal_year: number;
    theme: string;
    title: string;
    summary: string;
    axes: Axis[];
    team: MemberDraft[];
    steps_before: StepDraft[];
    steps_after: StepDraft[];
    tools: ToolDraft[];
    files: Attachment[];
}

const toolsOf = (tools: readonly Schema<"Tool">[]): ToolDraft[] =>
    tools.map(({ name, yen }, index) => ({ key: String(index), name, yen: String(yen) }));

const isPicture = (media_type: string) => media_type.startsWith("image/");

/** A kept case in the form. */
export const draftOfCase = (shown: Case): CaseDraft => ({
    unit: shown.unit,
    fiscal_year: shown.fiscal_year,
    theme: shown.theme == null ? "" : String(shown.theme),
    title: shown.title,
    summary: shown.summary,
    ...(Object.fromEntries(texts.map((name) => [name, shown[name].text])) as Record<TextName, string>),
    axes: [...shown.axes],
    team: shown.team.map((member) => ({ ...member })),
    steps_before: toDrafts(shown.steps_before),
    steps_after: toDrafts(shown.steps_after),
    tools: toolsOf(shown.tool_costs),
    files: shown.files.map(({ id, name, media_type, size }) => ({ id, name, media_type, size, picture: isPicture(media_type) })),
});

/** What the server proposes for a new one. */
export const draftOfNew = ({ form, team }: Schema<"CaseDraft">): CaseDraft => ({
    unit: form.unit || null,
    fiscal_year: form.fiscal_year,
    theme: form.theme == null ? "" : String(form.theme),
    title: form.title,
    summary: form.summary,
    ...(Object.fromEntries(texts.map((name) => [name, form[name]])) as Record<TextName, string>),
    axes: [...form.axes],
    team: team.map((member) => ({ ...member })),
    steps_before: toDrafts(form.steps_before),
    steps_after: toDrafts(form.steps_after),
    tools: toolsOf(form.tool_costs),
    files: [],
});

export const bodyOf = (draft: CaseDraft): CaseForm => ({
    unit: draft.unit ?? 0,
    fiscal_year: draft.fiscal_year,
    theme: draft.theme ? Number(draft.theme) : null,
    title: draft.title.trim(),
    summary: draft.summary.trim(),
    ...(Object.fromEntries(texts.map((name) => [name, draft[name].trim()])) as Record<TextName, string>),
    axes: draft.axes,
    team: draft.team.map(({ staff, part }) => ({ staff, part: part.trim() })),
    steps_before: toSteps(draft.steps_before),
    steps_after: toSteps(draft.steps_after),
    tool_costs: draft.tools
        .filter(({ name }) => name.trim())
        .map(({ name, yen }) => ({ name: name.trim(), yen: Math.round(figureFrom(yen) ?? 0) })),
    files: draft.files.map(({ id }) => id),
});

export const toolYenOf = (tools: readonly ToolDraft[]) =>
    tools.reduce((sum, { yen }) => sum + Math.round(figureFrom(yen) ?? 0), 0);

export function caseCheck(m: { wrong_steps: string; no_unit: string; wrong_yen: string }) {
    const filled = v.pipe(v.string(), v.trim(), v.nonEmpty());
    const flow = v.custom<StepDraft[]>((steps) => unreadable(steps as StepDraft[]).length === 0, m.wrong_steps);
    const tools = v.custom<ToolDraft[]>(
        (all) => (all as ToolDraft[]).every(({ yen }) => yen.trim() === "" || figureFrom(yen) !== null),
        m.wrong_yen,
    );
    const unit = v.custom<number | null>((given) => given !== null, m.no_unit);
    const draft = v.looseObject({ title: filled, unit, steps_before: flow, steps_after: flow, tools });
    return draft as unknown as v.GenericSchema<CaseDraft, unknown>;
}
