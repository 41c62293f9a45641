import type { Schema } from "../../api/types.ts";

export type Role = Schema<"Role">;
export type Grant = { role: Role; unit: number | null };

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

/** Roles that reach other people: they can be held for one unit and below instead of as far as the role goes. */
export const scoped_roles: readonly Role[] = ["section_head", "training_officer", "dx_office", "administrator"];

export const grantsFrom = (held: readonly Schema<"RoleView">[]): Grant[] =>
    held.map(({ role, unit }) => ({ role, unit: unit ?? null }));

/** A role taken up reaches as far as the role does; one given up takes its units along. */
export function withRole(grants: readonly Grant[], role: Role, held: boolean): Grant[] {
    return held ? [...grants, { role, unit: null }] : grants.filter((grant) => grant.role !== role);
}

/** The `at`th grant of a role for another unit. Without a unit the role reaches all it can, so its other units go. */
export function withUnit(grants: readonly Grant[], role: Role, at: number, unit: number | null): Grant[] {
    const units = grants.filter((grant) => grant.role === role).map((grant, index) => (index === at ? unit : grant.unit));
    const kept = unit === null ? [null] : [...new Set(units)];
    return [...grants.filter((grant) => grant.role !== role), ...kept.map((one) => ({ role, unit: one }))];
}

/** One more unit for a role that already has one. */
export const withFurther = (grants: readonly Grant[], role: Role, unit: number): Grant[] =>
    grants.some((grant) => grant.role === role && grant.unit === unit) ? [...grants] : [...grants, { role, unit }];

/** One unit fewer; the last one cannot be let go this way, that would widen the role to all it can reach. */
export const withoutUnit = (grants: readonly Grant[], role: Role, unit: number): Grant[] =>
    grants.filter((grant) => grant.role !== role || grant.unit !== unit);
