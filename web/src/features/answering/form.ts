import type { Schema } from "../../api/types.ts";

export type Form = Schema<"AnswerForm">;
