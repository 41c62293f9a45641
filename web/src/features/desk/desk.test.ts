import { expect, test, vi } from "vitest";

vi.stubGlobal("location", new URL("http://localhost/hirakata/desk"));
vi.stubGlobal("window", { location: new URL("http://localhost/hirakata/desk") });

const {
    byStage,
    dueTone,
    goesBack,
    hoursOf,
    leftOut,
    lightest,
    loadOf,
    minutesOf,
    needsOwner,
    needsReason,
    stageAfter,
    tagsOf,
    timeOf,
    wholeOf,
} = await import("./desk.ts");
const { bodyOf, newAsk } = await import("./asking.ts");
type Line = import("./desk.ts").Line;
type Subject = import("./desk.ts").Subject;

const line = (more: Partial<Line>): Line => ({
    id: 1,
    no: "2026-0001",
    title: "集計",
    subject: 1,
    subject_name: "集計・表計算",
    subject_name_en: "",
    status: "open",
    stage: "reception",
    asker: { staff: 1, name: "山田 花子", unit_name: "市民課" },
    owner: { staff: 2, name: "中村 大輔", unit_name: "情報課" },
    owner_presence: "here",
    asked_at: "2026-06-01T00:00:00Z",
    last_at: "2026-06-01T00:00:00Z",
    answered: false,
    due_on: null,
    working_days_left: null,
    overdue: false,
    is_mine: false,
    is_desk: true,
    ...more,
});

test("a move to the next stage needs no reason; a skip and a step back do", () => {
    expect(needsReason("reception", "analysis")).toBe(false);
    expect(needsReason("analysis", "design")).toBe(true);
    expect(leftOut("analysis", "build")).toEqual(["budget", "design"]);
    expect(needsReason("build", "design")).toBe(true);
    expect(goesBack("build", "design")).toBe(true);
    expect(leftOut("build", "design")).toEqual([]);
    expect(stageAfter("build")).toBe("effect");
    expect(stageAfter("effect")).toBeNull();
});

test("somebody new is needed once the owner has moved or is not there, not while they are on leave and not once it is over", () => {
    expect(needsOwner(line({}))).toBe(false);
    expect(needsOwner(line({ owner: null }))).toBe(true);
    expect(needsOwner(line({ owner_presence: "moved" }))).toBe(true);
    expect(needsOwner(line({ owner_presence: "on_leave" }))).toBe(false);
    expect(needsOwner(line({ owner: null, status: "finished" }))).toBe(false);
});

test("a subject is as busy as whoever will get the next consultation", () => {
    const adviser = (staff: number, open: number, more: object = {}) =>
        ({ staff, open, deputy: false, presence: "here", ...more }) as Subject["advisers"][number];
    expect(lightest({ advisers: [adviser(1, 5), adviser(2, 3), adviser(3, 0, { deputy: true })] })).toBe(3);
    expect(lightest({ advisers: [adviser(1, 5, { presence: "moved" }), adviser(3, 1, { deputy: true })] })).toBe(1);
    expect(lightest({ advisers: [adviser(1, 5, { presence: "absent" })] })).toBeNull();
    expect([0, 2, 3, 5, 6].map(loadOf)).toEqual(["free", "free", "normal", "normal", "busy"]);
});

test("a day before the last there is a warning, after it is late", () => {
    expect([3, 1, 0, -1].map(dueTone)).toEqual(["plain", "warn", "warn", "bad"]);
});

test("tags are read as they are typed, each once", () => {
    expect(tagsOf("集計、Excel ,＃集計")).toEqual(["集計", "Excel"]);
    expect(tagsOf("  ")).toEqual([]);
});

test("times, hours and numbers are read in either width, and what is none is none", () => {
    expect(["9:30", "１３：３０", "24:00", "半"].map(timeOf)).toEqual(["09:30", "13:30", null, null]);
    expect(["1.5", "２", "0", "", "-1", "一"].map(minutesOf)).toEqual([90, 120, null, null, null, null]);
    expect([90, 50].map(hoursOf)).toEqual(["1.5", "0.83"]);
    expect(["1,200", "０", "", "1.5"].map(wholeOf)).toEqual([1200, 0, null, null]);
});

test("the grid counts each consultation in its subject and stage", () => {
    const rows = byStage([line({}), line({ stage: "design" }), line({ subject: 2, subject_name: "電子化", stage: "design" })]);
    expect(rows.map(({ id, counts }) => [id, counts.reception, counts.design])).toEqual([
        [1, 1, 1],
        [2, 0, 1],
    ]);
});

test("what was written in a topic is asked without typing it again, and an open wish is sent as none", () => {
    const draft = newAsk({ title: "集計", trouble: "2日かかる", topic: 5, topic_title: "集計" }, "1");
    expect(bodyOf(draft, 5)).toMatchObject({
        subject: 1,
        topic: 5,
        title: "集計",
        trouble: "2日かかる",
        wished_on: null,
        files: [],
    });
});
