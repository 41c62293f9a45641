// Parts of the program whose files are fetched when somebody needs them.
import { CatchBoundary, type ErrorComponentProps } from "@tanstack/react-router";
import { type ComponentType, Suspense, use } from "react";
import { Failure } from "./Failure.tsx";
import { NotFetched, Unfetched } from "./Unfetched.tsx";

type Load<K extends string, P> = () => Promise<Record<K, ComponentType<P>>>;

interface File<P> {
    /** Fetches it ahead, and once more after it could not be fetched. */
    preload: () => Promise<void>;
    /** The part, or the promise that it comes; throws when it could not be fetched. */
    read: () => ComponentType<P> | Promise<void>;
}

function fileOf<K extends string, P>(load: Load<K, P>, name: K): File<P> {
    let part: ComponentType<P> | undefined;
    let fetching: Promise<void> | undefined;
    let failed: NotFetched | undefined;
    const come = (file: Record<K, ComponentType<P>>) => {
        part = file[name];
    };
    const lost = (cause: unknown) => {
        failed = new NotFetched(name, { cause });
    };
    const preload = () => {
        if (failed) fetching = undefined;
        failed = undefined;
        fetching ??= load().then(come, lost);
        return fetching;
    };
    const read = () => {
        if (failed) throw failed;
        return part ?? fetching ?? preload();
    };
    return { preload, read };
}

interface Waiting<P> {
    file: File<P>;
    props: P;
}

function Shown<P extends object>({ file, props }: Waiting<P>) {
    const Part = file.read();
    if (Part instanceof Promise) {
        use(Part);
        return null;
    }
    return <Part {...props} />;
}

function Over<P extends object>({ file, props }: Waiting<P>) {
    return (
        <CatchBoundary getResetKey={() => "over"} errorComponent={Lost}>
            <Suspense fallback={null}>
                <Shown file={file} props={props} />
            </Suspense>
        </CatchBoundary>
    );
}

const Lost = ({ error }: ErrorComponentProps) =>
    error instanceof NotFetched ? <Unfetched small /> : <Failure error={error} small />;

/** A part that waits for its file: the place around it says so, and says when it cannot be fetched. */
export function later<K extends string, P extends object>(load: Load<K, P>, name: NoInfer<K>) {
    const file = fileOf(load, name);
    return Object.assign((props: P) => <Shown file={file} props={props} />, { preload: file.preload });
}

/** A part that opens over the page: nothing stands in its place while it is fetched, a sentence when it cannot be. */
export function laterOver<K extends string, P extends object>(load: Load<K, P>, name: NoInfer<K>) {
    const file = fileOf(load, name);
    return Object.assign((props: P) => <Over file={file} props={props} />, { preload: file.preload });
}
