import type { Schema } from "../../api/types.ts";

export type Role = Schema<"Role">;
export type Grant = Schema<"Grant">;

export const all_roles: readonly Role[] = [
    "staff",
    "section_head",
    "dx_leader",
    "adviser",
    "training_officer",
    "dx_office",
    "executive",
    "administrator",
];

/** The grants after a choice of roles: a role that stays keeps the unit it was granted for. */
export function grantsOf(chosen: readonly Role[], before: readonly Grant[]): Grant[] {
    const kept = before.filter(({ role }) => chosen.includes(role)).map(({ role, unit }) => ({ role, unit: unit ?? null }));
    const added = chosen.filter((role) => !before.some((grant) => grant.role === role)).map((role) => ({ role, unit: null }));
    return [...kept, ...added];
}
