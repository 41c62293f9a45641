// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { queries } from "./client.ts";
import { overRead } from "./overRead.ts";
import { Refusal } from "./refusal.ts";

const asked = vi.spyOn(queries, "invalidateQueries").mockResolvedValue();
afterEach(() => asked.mockClear());

const refused = (code: string) => new Refusal(409, { code, message: "", message_en: "" });

test("who was overtaken is told, and the page asks for what stands now", async () => {
    await expect(overRead(Promise.reject(refused("changed_meanwhile")))).rejects.toMatchObject({ code: "changed_meanwhile" });
    expect(asked).toHaveBeenCalledOnce();
});

test("another refusal, and what was written, leave the page as it is", async () => {
    await expect(overRead(Promise.reject(refused("in_use")))).rejects.toMatchObject({ code: "in_use" });
    expect(await overRead(Promise.resolve(3))).toBe(3);
    expect(asked).not.toHaveBeenCalled();
});
