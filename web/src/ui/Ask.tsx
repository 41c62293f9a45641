import type { ReactNode } from "react";
import { Failure } from "./Failure.tsx";
import { Loading } from "./Loading.tsx";

interface Question<T> {
    data: T | undefined;
    error: unknown;
    isPending: boolean;
    refetch: () => unknown;
}

interface Props<T> {
    query: Question<T>;
    children: (data: T) => ReactNode;
    /** Lines of the skeleton. */
    lines?: number;
    small?: boolean;
}

/** A query and its three faces: waiting, refused, answered. An answer we have stays while a newer one is fetched. */
export function Ask<T>({ query, children, lines, small }: Props<T>) {
    if (query.data !== undefined) return children(query.data);
    if (query.error) return <Failure error={query.error} onRetry={() => query.refetch()} small={small} />;
    return <Loading lines={lines} />;
}
