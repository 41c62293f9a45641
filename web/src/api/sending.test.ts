import { expect, test } from "vitest";
import { newKey, sending } from "./sending.ts";

const arrives = async ({ key }: { key: string }) => key;

/** The key of a sending whose answer was lost. */
async function lost(send: ReturnType<typeof sending>, body: object): Promise<string> {
    let sent = "";
    await send(body, async ({ key }) => {
        sent = key;
        throw new Error("offline");
    }).catch(() => undefined);
    return sent;
}

test("each sending has a name of its own", () => {
    expect(newKey()).toMatch(/^[0-9a-f]{32}$/);
    expect(newKey()).not.toBe(newKey());
});

test("what did not arrive is sent again under its key", async () => {
    const send = sending();
    const first = await lost(send, { text: "五枚です" });
    expect(await lost(send, { text: "五枚です" })).toBe(first);
    expect(await send({ text: "五枚です" }, arrives)).toBe(first);
});

test("other words are another sending, and so is the same once more after it arrived", async () => {
    const send = sending();
    const first = await lost(send, { text: "五枚です" });
    const second = await send({ text: "六枚です" }, arrives);
    expect(second).not.toBe(first);
    expect(await send({ text: "六枚です" }, arrives)).not.toBe(second);
});
