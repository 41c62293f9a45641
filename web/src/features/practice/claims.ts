import type { Schema } from "../../api/types.ts";

export type Claim = Schema<"Claim">;
export type SourceKind = Claim["kind"];

export const tones = { waiting: "info", confirmed: "good", returned: "warn", withdrawn: "plain" } as const;

/** What still asks something of somebody: waiting for the head, or returned to the person. */
export const isLive = ({ status }: Claim) => status === "waiting" || status === "returned";
