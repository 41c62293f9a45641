import { createRootRoute, createRoute, redirect, retainSearchParams } from "@tanstack/react-router";
import { queries } from "../api/client.ts";
import { refusalOf } from "../api/refusal.ts";
import { Frame } from "./Frame.tsx";
import type { Search } from "./search.ts";
import { me_question } from "./session.ts";

/** Every address may carry a day and a year, and a link keeps them unless it says otherwise. */
export const root = createRootRoute({
    validateSearch: (search: Record<string, unknown>) => search as Search,
    search: { middlewares: [retainSearchParams(["on", "fy"])] },
});

/** Inside the frame somebody is signed in; who must change the password does nothing else first. */
export const frame = createRoute({
    getParentRoute: () => root,
    id: "frame",
    component: Frame,
    beforeLoad: async ({ location }) => {
        const me = await queries.ensureQueryData(me_question).catch((error: unknown) => {
            if (refusalOf(error).status !== 401) throw error;
            throw redirect({ to: "/sign-in", search: { back: location.href } });
        });
        if (me.must_change && !location.pathname.endsWith("/account/password")) throw redirect({ to: "/account/password" });
    },
});
