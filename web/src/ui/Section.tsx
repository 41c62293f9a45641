import { type ReactNode, useId } from "react";

interface Props {
    title: string;
    children: ReactNode;
    /** One sentence under the title. */
    lead?: ReactNode;
    action?: ReactNode;
    level?: 2 | 3;
}

export function Section({ title, children, lead, action, level = 2 }: Props) {
    const id = useId();
    const Heading = `h${level}` as const;
    return (
        <section aria-labelledby={id} className="mb-10">
            <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                <Heading id={id} className={level === 2 ? "text-std-20B-150" : "text-std-18B-160"}>
                    {title}
                </Heading>
                {action && <div className="no-print">{action}</div>}
            </div>
            {lead && <div className="mb-3 max-w-[48rem] text-quiet">{lead}</div>}
            {children}
        </section>
    );
}
