import type { IconName } from "../ui/Icon.tsx";
import type { Me } from "./session.ts";

export type Place =
    | "home"
    | "me"
    | "unit"
    | "units"
    | "staff"
    | "categories"
    | "skills"
    | "plan"
    | "targets"
    | "levels"
    | "gap"
    | "training"
    | "hiroba"
    | "surveys"
    | "imports"
    | "accounts"
    | "audit";

interface Entry {
    to: string;
    icon: IconName;
    /** Other addresses that belong to the place. */
    also?: readonly string[];
}

const entries: Record<Place, Entry> = {
    home: { to: "/", icon: "home" },
    me: { to: "/me", icon: "person" },
    unit: { to: "/unit", icon: "unit" },
    units: { to: "/units", icon: "unit" },
    staff: { to: "/staff", icon: "people" },
    categories: { to: "/categories", icon: "people" },
    skills: { to: "/skills", icon: "grid" },
    plan: { to: "/plan", icon: "book" },
    targets: { to: "/targets", icon: "target" },
    levels: { to: "/levels", icon: "check" },
    gap: { to: "/gap", icon: "grid" },
    training: { to: "/training", icon: "calendar" },
    hiroba: {
        to: "/hiroba",
        icon: "talk",
        also: ["/desk", "/improvement", "/selfcheck", "/practice", "/notices", "/newsletters"],
    },
    surveys: { to: "/surveys", icon: "log" },
    imports: { to: "/imports", icon: "upload" },
    accounts: { to: "/accounts", icon: "key" },
    audit: { to: "/audit", icon: "log" },
};

// The order is what this person comes for; the first four stand at the bottom of a phone.
const by_role: Record<string, readonly Place[]> = {
    administrator: ["home", "staff", "imports", "accounts", "units", "audit", "hiroba", "plan"],
    dx_office: ["home", "targets", "hiroba", "staff", "levels", "training", "plan"],
    training_officer: ["home", "training", "staff", "hiroba", "levels", "imports", "plan"],
    executive: ["home", "targets", "gap", "plan", "units", "skills", "training", "hiroba"],
    section_head: ["home", "unit", "me", "hiroba", "staff", "training", "plan"],
    adviser: ["home", "hiroba", "me", "unit", "training", "plan", "staff"],
    dx_leader: ["home", "me", "hiroba", "training", "unit", "skills", "plan"],
    staff: ["home", "me", "training", "hiroba", "unit", "skills", "plan"],
};

export interface NavEntry extends Entry {
    place: Place;
}

export const most_entries = 8;

/** What the side shows to this person: the places of the weightiest role, only those that exist as pages. */
export function navigationFor(me: Me, exists: (to: string) => boolean): NavEntry[] {
    const role = Object.keys(by_role).find((name) => me.roles.some((held) => held.role === name)) ?? "staff";
    return (by_role[role] ?? [])
        .filter((place) => exists(entries[place].to))
        .filter((place) => (place !== "me" || me.staff !== null) && (place !== "unit" || me.unit !== null))
        .slice(0, most_entries)
        .map((place) => ({ place, ...entries[place] }));
}

/** Everything else this person may reach, for the palette. */
export function placesFor(exists: (to: string) => boolean): NavEntry[] {
    return (Object.keys(entries) as Place[])
        .filter((place) => exists(entries[place].to))
        .map((place) => ({ place, ...entries[place] }));
}
