import { createRoute, createRouter } from "@tanstack/react-router";
import { city } from "../api/city.ts";
import { queries, whenSignedOut } from "../api/client.ts";
import { Loading } from "../ui/Loading.tsx";
import { later } from "../ui/later.tsx";
import { NotFound } from "../ui/NotFound.tsx";
import { Crash } from "./Crash.tsx";
import { pages } from "./pages.ts";
import { frame, root } from "./roots.ts";
import { parseSearch, stringifySearch } from "./search.ts";
import { me_question } from "./session.ts";

const sign_in = createRoute({
    getParentRoute: () => root,
    path: "/sign-in",
    component: later(() => import("./SignIn.tsx"), "SignIn"),
});

const tree = root.addChildren([sign_in, frame.addChildren(pages)]);

export const router = createRouter({
    routeTree: tree,
    basepath: `/${city}`,
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    defaultPreloadDelay: 100,
    scrollRestoration: true,
    defaultPendingComponent: () => <Loading />,
    defaultErrorComponent: Crash,
    defaultNotFoundComponent: () => (
        <div className="p-4">
            <NotFound />
        </div>
    ),
});

// Who is there and the files of the page are asked for at once, not one after the other.
if (city) {
    const here = router.matchRoutes(router.latestLocation);
    if (here.some(({ routeId }) => routeId.startsWith(frame.id))) void queries.prefetchQuery(me_question);
    for (const { routeId } of here) void router.routesById[routeId as typeof frame.id].options.component?.preload?.();
}

whenSignedOut(() => {
    const { pathname, href } = router.state.location;
    queries.clear();
    if (!pathname.endsWith("/sign-in")) void router.navigate({ to: "/sign-in", search: { back: href } });
});

declare module "@tanstack/react-router" {
    interface Register {
        router: typeof router;
    }
}
