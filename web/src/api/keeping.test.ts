import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Keeper, type Kept } from "./keeping.ts";

function shelf() {
    const held = new Map<string, string>();
    return {
        held,
        getItem: (key: string) => held.get(key) ?? null,
        setItem: (key: string, value: string) => void held.set(key, value),
        removeItem: (key: string) => void held.delete(key),
    };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function keeping(send: (draft: string) => Promise<void>) {
    const store = shelf();
    const told: Kept[] = [];
    const keeper = new Keeper<string>({
        send,
        tell: (kept) => told.push(kept),
        refused: (error) => error === "no",
        store,
        key: "k",
    });
    return { keeper, store, told };
}

test("several changes in a moment are sent once, and then nothing stays in the tab", async () => {
    const send = vi.fn(async () => {});
    const { keeper, store, told } = keeping(send);
    keeper.keep("a");
    keeper.keep("ab");
    expect(keeper.left()).toBe("ab");
    await vi.runAllTimersAsync();
    expect(send.mock.calls).toEqual([["ab"]]);
    expect(told.at(-1)).toBe("saved");
    expect(store.held.size).toBe(0);
});

test("while the server is away the draft stays in the tab and is tried again until it arrives", async () => {
    let away = true;
    const send = vi.fn(async () => {
        if (away) throw new Error("away");
    });
    const { keeper, store, told } = keeping(send);
    keeper.keep("a");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(send.mock.calls.length).toBeGreaterThan(1);
    expect(told.at(-1)).toBe("away");
    expect(store.held.size).toBe(1);
    away = false;
    keeper.hurry();
    await vi.runAllTimersAsync();
    expect(told.at(-1)).toBe("saved");
    expect(store.held.size).toBe(0);
});

test("what changes while a draft is on its way is sent after it, never lost", async () => {
    let arrive = () => {};
    const sent: string[] = [];
    const { keeper, told } = keeping(
        (draft) =>
            new Promise((done) => {
                sent.push(draft);
                arrive = done;
            }),
    );
    keeper.keep("a");
    await vi.advanceTimersByTimeAsync(1_000);
    keeper.keep("b");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual(["a"]);
    arrive();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual(["a", "b"]);
    arrive();
    await vi.advanceTimersByTimeAsync(0);
    expect(told.at(-1)).toBe("saved");
});

test("a refused draft is not tried again by itself", async () => {
    const send = vi.fn(async () => {
        throw "no";
    });
    const { keeper } = keeping(send);
    keeper.keep("a");
    await vi.advanceTimersByTimeAsync(300_000);
    expect(send).toHaveBeenCalledTimes(1);
});

test("once the answer is sent there is no draft, whatever was still waiting", async () => {
    const send = vi.fn(async () => {});
    const { keeper, store } = keeping(send);
    keeper.keep("a");
    keeper.end();
    keeper.keep("b");
    await vi.runAllTimersAsync();
    expect(send).not.toHaveBeenCalled();
    expect(store.held.size).toBe(0);
});
