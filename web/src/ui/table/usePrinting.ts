import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** True while the page is laid out for paper: a table then shows every row, not the ones in view. */
export function usePrinting(): boolean {
    const [printing, setPrinting] = useState(() => window.matchMedia("print").matches);
    useEffect(() => {
        const before = () => flushSync(() => setPrinting(true));
        const after = () => setPrinting(false);
        const medium = window.matchMedia("print");
        const changed = () => (medium.matches ? before() : after());
        window.addEventListener("beforeprint", before);
        window.addEventListener("afterprint", after);
        medium.addEventListener("change", changed);
        return () => {
            window.removeEventListener("beforeprint", before);
            window.removeEventListener("afterprint", after);
            medium.removeEventListener("change", changed);
        };
    }, []);
    return printing;
}
