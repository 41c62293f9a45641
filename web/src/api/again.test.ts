import { QueryObserver } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";

vi.stubGlobal("window", { location: { pathname: "/hirakata/" } });
const { askAgainAbout, askedAgain } = await import("./again.ts");
const { queries } = await import("./client.ts");

afterEach(() => {
    queries.clear();
    vi.useRealTimers();
});

test("a word from the desk brings the open consultation and the lists up to date, a notice does not", () => {
    const paths = (topic: "desk" | "notice") => askedAgain(topic).map(({ path }) => path);
    expect(paths("desk")).toEqual(expect.arrayContaining(["/consultations/{id}", "/desk/board", "/desk/slots", "/home"]));
    expect(paths("notice")).toEqual(expect.arrayContaining(["/notices", "/home"]));
    expect(paths("notice")).not.toContain("/consultations/{id}");
});

test("many words in the same while are asked for once", async () => {
    vi.useFakeTimers();
    const asked = vi.fn(async () => "now");
    const shown = new QueryObserver(queries, {
        queryKey: ["get", "/consultations/{id}", { params: { path: { id: 7 } } }],
        queryFn: asked,
    });
    const leave = shown.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveBeenCalledTimes(1);
    for (let n = 0; n < 20; ++n) askAgainAbout("desk");
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked).toHaveBeenCalledTimes(2);
    leave();
});
