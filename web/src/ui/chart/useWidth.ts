import { type RefObject, useEffect, useRef, useState } from "react";

/** The width a chart has, so that it is drawn in real pixels and its text keeps its size. */
export function useWidth<E extends HTMLElement>(first = 480): [RefObject<E | null>, number] {
    const box = useRef<E>(null);
    const [width, setWidth] = useState(first);
    useEffect(() => {
        const element = box.current;
        if (!element) return;
        const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
        watch.observe(element);
        return () => watch.disconnect();
    }, []);
    return [box, width];
}
