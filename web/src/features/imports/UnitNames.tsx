import type { ReactNode } from "react";

interface Props {
    title: string;
    units: readonly { path: string; kind: string }[];
    /** What can be done about them. */
    children?: ReactNode;
}

/** Sections that an import makes, empties or ends; nothing when there are none. */
export function UnitNames({ title, units, children }: Props) {
    if (units.length === 0) return null;
    return (
        <div>
            <h3 className="font-bold">{title}</h3>
            <ul className="list-disc pl-6 text-table">
                {units.map(({ path, kind }) => (
                    <li key={path}>
                        {path} <span className="text-quiet">{kind}</span>
                    </li>
                ))}
            </ul>
            {children && <div className="mt-2">{children}</div>}
        </div>
    );
}
