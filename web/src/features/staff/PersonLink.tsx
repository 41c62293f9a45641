import { useRouter, useSearch } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";
import { type Search, stringifySearch } from "../../app/search.ts";

const elsewhere = (event: MouseEvent) => event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

/** The way to a person. Lists hold it a thousand times, so it is a plain link: the router's own reckons its address at every render. */
export function PersonLink({ id, children }: { id: number; children: ReactNode }) {
    const router = useRouter();
    const { on, fy } = useSearch({ strict: false }) as Search;
    const to = `/staff/${id}`;
    const go = (event: MouseEvent) => {
        if (elsewhere(event)) return;
        event.preventDefault();
        void router.navigate({ to: to as "." });
    };
    return (
        <a
            href={`${router.basepath}${to}${stringifySearch({ on, fy })}`}
            onClick={go}
            onPointerEnter={() => void router.preloadRoute({ to: to as "." })}
            className="link"
        >
            {children}
        </a>
    );
}
