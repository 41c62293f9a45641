import type { ReactNode } from "react";

interface Props {
    title: string;
    units: readonly { path: string; kind: string }[];
    /** What can be done about them. */
    children?: ReactNode;
}

const few = 20;

/** Sections that an import makes, empties or ends, folded away when they are many; nothing when there are none. */
export function UnitNames({ title, units, children }: Props) {
    if (units.length === 0) return null;
    return (
        <div>
            <details open={units.length <= few}>
                <summary className="cursor-pointer">
                    <h3 className="inline font-bold">{title}</h3>
                </summary>
                <ul className="mt-1 list-disc pl-6 text-table">
                    {units.map(({ path, kind }) => (
                        <li key={path}>
                            {path} <span className="text-quiet">{kind}</span>
                        </li>
                    ))}
                </ul>
            </details>
            {children && <div className="mt-2">{children}</div>}
        </div>
    );
}
