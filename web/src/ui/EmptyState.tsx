import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";

interface Props {
    title: string;
    /** What this place is for and what to do next. */
    children?: ReactNode;
    action?: ReactNode;
    icon?: IconName;
}

export function EmptyState({ title, children, action, icon = "info" }: Props) {
    return (
        <div className="rounded-8 border border-line border-dashed px-6 py-10 text-center">
            <Icon name={icon} size={32} className="mb-2 text-quiet" />
            <p className="font-bold">{title}</p>
            {children && <div className="mx-auto mt-1 max-w-prose text-quiet">{children}</div>}
            {action && <div className="mt-4 flex flex-wrap justify-center gap-3">{action}</div>}
        </div>
    );
}
