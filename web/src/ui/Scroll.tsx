import type { ReactNode, Ref } from "react";

interface Props {
    label: string;
    className: string;
    children: ReactNode;
    ref?: Ref<HTMLElement>;
}

/** A part that scrolls by itself, named and reachable by keyboard. */
export function Scroll({ label, className, children, ref }: Props) {
    return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll here
        <section ref={ref} aria-label={label} tabIndex={0} className={`relative ${className}`}>
            {children}
        </section>
    );
}
