import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** The way to what was done; only its name where no page of this house keeps it. */
export function SourceLink({ url, children }: { url: string; children: ReactNode }) {
    if (!url.startsWith("/")) return children;
    return (
        <Link to={url as "."} className="link">
            {children}
        </Link>
    );
}
