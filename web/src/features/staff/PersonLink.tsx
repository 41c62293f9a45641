import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

export function PersonLink({ id, children }: { id: number; children: ReactNode }) {
    return (
        <Link to={`/staff/${id}` as "."} className="link">
            {children}
        </Link>
    );
}
