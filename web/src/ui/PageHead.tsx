import { type ReactNode, useEffect, useRef } from "react";
import { Breadcrumb, type Step } from "./Breadcrumb.tsx";

interface Props {
    title: string;
    /** One sentence: what is true now, in figures. */
    children?: ReactNode;
    /** The one main action, top right. */
    action?: ReactNode;
    path?: readonly Step[];
    /** Beside the title: a state, kana. */
    aside?: ReactNode;
}

/** The heading of a page. It takes the focus after a change of page, and names the window. */
export function PageHead({ title, children, action, path, aside }: Props) {
    const heading = useRef<HTMLHeadingElement>(null);
    // After a change of page the focus waits on the content until there is a heading.
    useEffect(() => {
        if (document.activeElement?.id === "main") heading.current?.focus({ preventScroll: true });
    }, []);
    useEffect(() => {
        document.title = `${title} | ${document.documentElement.dataset.city ?? "Hagukumi"}`;
    }, [title]);
    return (
        <header className="mb-6">
            {path && <Breadcrumb path={path} />}
            <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
                <div className="min-w-0 flex-1 basis-80 desk:basis-[26rem]">
                    <div className="flex flex-wrap items-baseline gap-x-4">
                        <h1 ref={heading} tabIndex={-1} className="text-std-24B-150 desk:text-std-28B-150">
                            {title}
                        </h1>
                        {aside}
                    </div>
                    {children && <div className="mt-1 max-w-[48rem] text-quiet">{children}</div>}
                </div>
                {action && <div className="no-print flex flex-wrap gap-3">{action}</div>}
            </div>
        </header>
    );
}
