import { useRouter } from "@tanstack/react-router";
import { type NavEntry, navigationFor } from "./navigation.ts";
import { useMe } from "./session.ts";

export function useNavigation(): { entries: NavEntry[]; exists: (to: string) => boolean } {
    const router = useRouter();
    const me = useMe();
    const exists = (to: string) => to in router.routesByPath;
    return { entries: navigationFor(me, exists), exists };
}
