import * as v from "valibot";
import { expect, test, vi } from "vitest";

vi.stubGlobal("location", new URL("http://localhost/hirakata/training"));
vi.stubGlobal("window", { location: new URL("http://localhost/hirakata/training") });

const { inputOf, isReady, isSame, noList, unsaid } = await import("./completions.ts");
const { isWebAddress, newWork, workCheck } = await import("./work.ts");

const file = {
    upload: "u1",
    encoding: "utf8" as const,
    delimiter: ",",
    sheet: "",
    sheets: [""],
    header_row: 1,
    rows: 2,
    columns: [
        { index: 0, header: "職員番号", samples: ["0010"], field: "staff_no" },
        { index: 1, header: "備考", samples: [""], field: null },
    ],
    fields: [],
    warnings: [],
    source: "J-LIS",
};
const list = { ...noList, upload: "u1" };

test("what a list does not say is asked for, and only that is sent", () => {
    expect(unsaid({ 0: "staff_no", 1: "course", 2: "completed_on" })).toEqual({ who: false, course: false, completed_on: false });
    expect(unsaid({ 0: "family_name" }).who).toBe(true);
    expect(unsaid({ 0: "family_name", 1: "given_name" }).who).toBe(false);
    const asked = inputOf({ ...list, course: "C1", completed_on: "2026-05-01" }, file);
    expect(asked).toMatchObject({
        source: "J-LIS",
        course: "C1",
        completed_on: "2026-05-01",
        columns: { 0: "staff_no", 1: null },
    });
    const named = { ...list, course: "C1", columns: { 0: "staff_no", 1: "course" } };
    expect(inputOf(named, file).course).toBeNull();
});

test("a list is ready once it says who, what, when and from where", () => {
    expect(isReady(inputOf(list, file))).toBe(false);
    const said = { ...list, course: "C1", completed_on: "2026-05-01" };
    expect(isReady(inputOf(said, file))).toBe(true);
    expect(isReady(inputOf({ ...said, source: " " }, file))).toBe(false);
    expect(isReady(inputOf({ ...said, columns: { 0: "", 1: "" } }, file))).toBe(false);
});

test("a check stands until something that was asked changes", () => {
    const asked = inputOf(list, file);
    expect(isSame(asked, inputOf(list, file))).toBe(true);
    expect(isSame(asked, inputOf({ ...list, courses: { DX: "C1" } }, file))).toBe(false);
    expect(isSame(null, asked)).toBe(false);
});

test("a record names somebody and does not end before it begins", () => {
    const check = workCheck({ choose_person: "choose", backwards: "backwards" });
    const whole = { ...newWork({ id: 1, name: "青木" }, "2026-06-01"), title: "引継ぎ" };
    const problems = (draft: typeof whole) => v.safeParse(check, draft).issues?.map(({ message }) => message) ?? [];
    expect(problems(whole)).toEqual([]);
    expect(problems({ ...whole, staff: null as never })).toEqual(["choose"]);
    expect(problems({ ...whole, until_on: "2026-05-01" })).toEqual(["backwards"]);
    expect(problems({ ...whole, title: " " })).toHaveLength(1);
});

test("only an address of the web is a link", () => {
    expect(isWebAddress("https://example.lg.jp/a")).toBe(true);
    expect(isWebAddress("javascript:alert(1)")).toBe(false);
    expect(isWebAddress("\\\\server\\share")).toBe(false);
});
