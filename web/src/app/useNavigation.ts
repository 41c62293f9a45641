import { useMatchRoute, useRouter } from "@tanstack/react-router";
import { type NavEntry, navigationFor } from "./navigation.ts";
import { useMe } from "./session.ts";

export function useNavigation(): { entries: NavEntry[]; exists: (to: string) => boolean } {
    const router = useRouter();
    const me = useMe();
    const exists = (to: string) => to in router.routesByPath;
    return { entries: navigationFor(me, exists), exists };
}

/** Whether one is at an address that belongs to a place without lying below it: its entry is marked all the same. */
export function useWithin(): (also: readonly string[] | undefined) => { "data-status"?: string; "aria-current"?: "true" } {
    const matches = useMatchRoute();
    return (also = []) =>
        also.some((to) => matches({ to: to as ".", fuzzy: true })) ? { "data-status": "active", "aria-current": "true" } : {};
}
