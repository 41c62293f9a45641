// What the pages on levels decide by themselves; the rule is the server's.
import type { Refusal } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";

export type Candidate = Schema<"Candidate">;
export type Certification = Schema<"Certification">;

export const waiting = (rows: readonly Candidate[]) => rows.filter(({ fulfils }) => fulfils);
export const nearby = (rows: readonly Candidate[]) => rows.filter(({ fulfils }) => !fulfils);

/** Why each of the chosen people was refused; empty when the refusal is about something else. */
export const refusedPeople = (refusal: Refusal | null) =>
    (refusal?.problems ?? []).filter(({ pointer }) => pointer.startsWith("/staff/"));

/** A certificate's number as it is kept, from what somebody types off the paper. */
export const numberOf = (typed: string) =>
    typed
        .normalize("NFKC")
        .replaceAll(/[‐‑–—−ー]/g, "-")
        .replaceAll(/\s/g, "")
        .toUpperCase();
