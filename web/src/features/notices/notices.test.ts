import * as v from "valibot";
import { expect, test } from "vitest";
import { bodyOf, emptyNotice, noticeCheck } from "./notices.ts";

const notice = { ...emptyNotice("2026-10-01"), title: " 通信の停止 ", text: "夜間に止まります。" };
const check = noticeCheck({ backwards: "最後の日が先です。" });

test("a notice without a last day stays, and files go by their number", () => {
    const file = { id: 7, name: "案内.pdf", media_type: "application/pdf", size: 1000, picture: false };
    expect(bodyOf({ ...notice, files: [file] })).toMatchObject({ title: "通信の停止", until: null, files: [7], audience: "" });
});

test("it needs a title, a text and days in their order", () => {
    expect(v.is(check, notice)).toBe(true);
    expect(v.is(check, { ...notice, text: " " })).toBe(false);
    const wrong = v.safeParse(check, { ...notice, until: "2026-09-30" });
    expect(wrong.issues?.[0]).toMatchObject({ message: "最後の日が先です。" });
    expect(wrong.issues?.[0]?.path?.[0]?.key).toBe("until");
});
