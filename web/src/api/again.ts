// What the screen shows is asked for again when the server tells that it has changed. The first screen, which everybody may have open,
// waits longer than the pages the change is about, and nobody asks in the same moment as everybody else.
import { queries } from "./client.ts";
import type { Topic } from "./topics.ts";

const about: Partial<Record<Topic, readonly string[]>> = {
    desk: ["/desk", "/desk/board", "/desk/slots", "/desk/slots/{id}/bookings", "/consultations", "/consultations/{id}"],
    notice: ["/notices", "/notices/kept", "/notices/{id}/readers"],
};
const told_at_home: readonly Topic[] = ["hiroba", "desk", "notice"];

const soon = 1_500;
const later = 20_000;

/** Which paths are asked for again after this topic, and within how many milliseconds. */
export function askedAgain(topic: Topic): { path: string; within: number }[] {
    const home = told_at_home.includes(topic) ? [{ path: "/home", within: later }] : [];
    return [...(about[topic] ?? []).map((path) => ({ path, within: soon })), ...home];
}

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Several changes in the same while are asked for once; what is not on the screen is asked for when one goes there. */
export function askAgainAbout(topic: Topic) {
    for (const { path, within } of askedAgain(topic)) {
        if (waiting.has(path)) continue;
        const ask = () => {
            waiting.delete(path);
            void queries.invalidateQueries({ queryKey: ["get", path] });
        };
        waiting.set(path, setTimeout(ask, Math.random() * within));
    }
}
