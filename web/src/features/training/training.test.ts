import { safeParse } from "valibot";
import { expect, test } from "vitest";
import { fileSize } from "../../ui/file_size.ts";
import { cellOf, changesOf, completeAttended, markBy, outcomesOf, resultsOf, type Sheet, sheetOf } from "./roll.ts";
import { emptySession, formBody, formOf, newRun, proposedSeats, runCheck } from "./runForm.ts";
import { byFit, byMonth, type Course, type Enrolment, matching, monthText, type Run, seatsLeft, timesOf } from "./runs.ts";

const course = (code: string, given: Partial<Course> = {}) =>
    ({
        code,
        name: code,
        name_en: code,
        summary: "",
        fit: "other",
        gives: [],
        closes: [],
        runs: [],
        ...given,
    }) as unknown as Course;

test("the size of a file is said in KB, and from one MB on in MB", () => {
    expect([1, 1024, 1025, 839_000, 1_048_576, 3_565_158].map(fileSize)).toEqual([
        "1 KB",
        "1 KB",
        "2 KB",
        "820 KB",
        "1.0 MB",
        "3.4 MB",
    ]);
});

test("a run starts with the usual seats of its course, and seats that were written stay", () => {
    const courses = [course("A", { capacity: 20 }), course("B", { capacity: 30 }), course("C", { capacity: 0 })];
    expect(newRun("2026-06-01", "A", courses).capacity).toBe("20");
    expect(newRun("2026-06-01", "", courses).capacity).toBe("");
    expect(proposedSeats({ course: "", capacity: "" }, "B", courses)).toBe("30");
    expect(proposedSeats({ course: "A", capacity: "20" }, "B", courses)).toBe("30");
    expect(proposedSeats({ course: "A", capacity: "20" }, "C", courses)).toBe("");
    expect(proposedSeats({ course: "A", capacity: "12" }, "B", courses)).toBe("12");
});

test("a session says its day once, and the day of the end only when it is another", () => {
    const times = { starts_at: "2026-10-05T09:30", ends_at: "2026-10-05T12:00" };
    expect(timesOf(times, "ja")).toBe("R8.10.5(月) 9:30〜12:00");
    expect(timesOf(times, "en")).toBe("5 Oct 2026 (Mon) 9:30–12:00");
    expect(timesOf({ ...times, ends_at: "2026-10-06T12:00" }, "ja")).toBe("R8.10.5(月) 9:30〜R8.10.6(火) 12:00");
});

test("sessions stand by month in the order of their days", () => {
    const at = (day: string) => ({ starts_at: `${day}T10:00`, ends_at: `${day}T12:00` });
    const months = byMonth([at("2027-01-06"), at("2026-11-30"), at("2026-11-06")]);
    expect(months.map(([month, those]) => [month, those.map(({ starts_at }) => starts_at.slice(8, 10))])).toEqual([
        ["2026-11", ["06", "30"]],
        ["2027-01", ["06"]],
    ]);
    expect(monthText("2026-11", "ja")).toBe("令和8年11月");
    expect(monthText("2026-11", "en")).toBe("Nov 2026");
});

test("a run without a capacity has no number of free seats, an overfull one has none free", () => {
    expect(seatsLeft({ capacity: null, seated: 3 })).toBeNull();
    expect(seatsLeft({ capacity: 12, seated: 10 })).toBe(2);
    expect(seatsLeft({ capacity: 10, seated: 12 })).toBe(0);
});

test("what one must take stands before what closes a gap, and within a group the server's order stays", () => {
    const groups = byFit([
        course("B", { fit: "gap" }),
        course("A", { fit: "gap" }),
        course("C", { fit: "obligation" }),
        course("D"),
    ]);
    expect(groups.map(([fit, those]) => [fit, those.map(({ code }) => code)])).toEqual([
        ["obligation", ["C"]],
        ["gap", ["B", "A"]],
        ["other", ["D"]],
    ]);
});

test("courses are found by every word of name and skill, and only those with runs when asked", () => {
    const skill = { skill: "S", name: "生成ＡＩ活用", name_en: "Generative AI" };
    const courses = [course("AI入門", { gives: [skill], runs: [{} as Run] }), course("BPR")];
    expect(matching(courses, "ai 活用", false).map(({ code }) => code)).toEqual(["AI入門"]);
    expect(matching(courses, "", true).map(({ code }) => code)).toEqual(["AI入門"]);
    expect(matching(courses, "ない", false)).toEqual([]);
});

test("a key marks a cell, Space goes through the marks, and other keys leave it alone", () => {
    expect(markBy("1", undefined)).toBe("present");
    expect(markBy("２", "present")).toBe("late");
    expect(markBy("3", undefined)).toBe("absent");
    expect([undefined, "present", "late", "absent"].map((now) => markBy(" ", now as never))).toEqual([
        "present",
        "late",
        "absent",
        "present",
    ]);
    expect(markBy("Tab", "present")).toBeNull();
    expect(markBy("Enter", undefined)).toBeNull();
});

const enrolment = (id: number, given: Partial<Enrolment> = {}) =>
    ({
        id,
        staff: id * 10,
        status: "accepted",
        attended: false,
        attendance: [],
        last_reason: "",
        ...given,
    }) as unknown as Enrolment;

test("only marks that differ are sent, each to its session", () => {
    const before = sheetOf([enrolment(1, { attendance: [{ session: 7, mark: "present", reason: "" }] }), enrolment(2)]);
    const now: Sheet = {
        ...before,
        [cellOf(10, 7)]: { mark: "present", reason: "" },
        [cellOf(20, 7)]: { mark: "absent", reason: "急な公務" },
        [cellOf(20, 8)]: { mark: "present", reason: "" },
    };
    expect(changesOf(7, before, now)).toEqual([{ staff: 20, mark: "absent", reason: "急な公務" }]);
    expect(changesOf(8, before, now)).toEqual([{ staff: 20, mark: "present", reason: "" }]);
    const again = { ...before, [cellOf(10, 7)]: { mark: "present", reason: "遅れて連絡" } } as const;
    expect(changesOf(7, before, again)).toHaveLength(1);
});

test("who attended completes with one press, what was decided stays, and only what changed is sent", () => {
    const people = [
        enrolment(1, { attended: true }),
        enrolment(2),
        enrolment(3, { status: "not_completed", attended: true, last_reason: "課題が未提出" }),
        enrolment(4, { status: "completed", attended: true }),
        enrolment(5, { status: "waiting" }),
    ];
    const standing = outcomesOf(people);
    expect(Object.keys(standing)).toEqual(["1", "2", "3", "4"]);
    const proposed = completeAttended(people, standing);
    expect(resultsOf(people, proposed)).toEqual({ completed: [1], not_completed: [] });
    const typed = { ...proposed, 2: { outcome: "not_completed", reason: " 欠席 " } } as const;
    expect(resultsOf(people, typed)).toEqual({ completed: [1], not_completed: [{ enrolment: 2, reason: "欠席" }] });
});

const m = { session_incomplete: "日時", session_backwards: "順序", number_wanted: "数字" };

test("a run's form sends the fiscal year of its first session, and nothing for what is empty", () => {
    const draft = newRun("2026-03-20", "C1");
    draft.sessions = [
        { ...emptySession(), day: "2026-05-11" },
        { ...emptySession(), day: "2026-04-09", from: "13:30", until: "16:30" },
    ];
    expect(formBody(draft)).toMatchObject({ fiscal_year: 2026, capacity: null, per_unit: 0, unit: null, waiting_until: null });
    expect(formBody(draft).sessions[1]).toMatchObject({ id: null, starts_at: "2026-04-09T13:30", ends_at: "2026-04-09T16:30" });
    expect(formBody({ ...draft, capacity: "", waiting_until: "2026-04-05" }).waiting_until).toBeNull();
    expect(formBody({ ...draft, capacity: "20" }, 2025)).toMatchObject({ fiscal_year: 2025, capacity: 20 });
});

test("a run read into the form and sent again is the same run", () => {
    const session = { id: 5, starts_at: "2026-07-01T10:00", ends_at: "2026-07-01T12:00", place: "大会議室", online_address: "" };
    const run = {
        course: "C1",
        fiscal_year: 2026,
        name: "第1回",
        capacity: 20,
        unit: 3,
        per_unit: 2,
        per_day: 3,
        apply_from: "2026-06-01",
        apply_until: "2026-06-20",
        waiting_until: "2026-06-25",
        attend: "one",
        needs_release: true,
        note: "持ち物なし",
        report_days: 14,
        sessions: [session],
    };
    expect(formBody(formOf(run as unknown as Run), 2026)).toEqual(run);
});

test("a run's form is refused without a day, with hours that run backwards, or with a capacity that is no number", () => {
    const draft = { ...newRun("2026-06-01", "C1"), sessions: [{ ...emptySession(), day: "2026-07-01" }] };
    const wrong = (change: object) => safeParse(runCheck(m), { ...draft, ...change }).issues?.map(({ message }) => message);
    expect(wrong({})).toBeUndefined();
    expect(wrong({ sessions: [emptySession()] })).toEqual(["日時"]);
    expect(wrong({ sessions: [{ ...emptySession(), day: "2026-07-01", from: "12:00", until: "10:00" }] })).toEqual(["順序"]);
    expect(wrong({ capacity: "二十" })).toEqual(["数字"]);
});
