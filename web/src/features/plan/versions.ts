// When a version of the plan is the one that counts.
import type { Schema } from "../../api/types.ts";

type Version = Pick<Schema<"Version">, "status" | "in_force_from" | "in_force_until">;

/** The end is the first day on which the version no longer counts. */
export function isInForce({ status, in_force_from, in_force_until }: Version, on: string): boolean {
    const begun = in_force_from !== null && in_force_from <= on;
    return status !== "draft" && begun && (in_force_until === null || on < in_force_until);
}
