import { useSyncExternalStore } from "react";

const narrow = window.matchMedia("(max-width: 40rem)");

/** A phone held upright: a grid becomes a list. */
export const useNarrow = () =>
    useSyncExternalStore(
        (watcher) => {
            narrow.addEventListener("change", watcher);
            return () => narrow.removeEventListener("change", watcher);
        },
        () => narrow.matches,
    );
