import { useRef } from "react";

/** An action that does not start again while it runs; for buttons that go away with what they did, and so cannot show that they wait. */
export function useOnce(act: () => Promise<unknown>) {
    const running = useRef(false);
    return () => {
        if (running.current) return;
        running.current = true;
        void act().finally(() => {
            running.current = false;
        });
    };
}
