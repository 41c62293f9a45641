import { expect, test } from "vitest";
import { addDays, fiscalYear, fiscalYearOf, lastDay, longDate, monthName, readDate, shortDate } from "./dates.ts";

test("a date is shown in its era with the weekday, and in English without", () => {
    expect(shortDate("2025-10-01", "ja")).toBe("R7.10.1(水)");
    expect(shortDate("2025-10-01", "en")).toBe("1 Oct 2025 (Wed)");
    expect(longDate("2025-10-01", "ja")).toBe("令和7年10月1日");
});

test("the era changes with the day", () => {
    expect(longDate("2019-04-30", "ja")).toBe("平成31年4月30日");
    expect(longDate("2019-05-01", "ja")).toBe("令和元年5月1日");
    expect(longDate("1989-01-07", "ja")).toBe("昭和64年1月7日");
});

test("what is not a date is shown as it came", () => {
    expect(shortDate("未定", "ja")).toBe("未定");
    expect(shortDate("2025-02-30", "ja")).toBe("2025-02-30");
});

test.each([
    ["R7.4.1", "2025-04-01"],
    ["r7/4/1", "2025-04-01"],
    ["令和7年4月1日", "2025-04-01"],
    ["令和元年5月1日", "2019-05-01"],
    ["令7.4.1", "2025-04-01"],
    ["H31.4.30", "2019-04-30"],
    ["2025/4/1", "2025-04-01"],
    ["2025-04-01", "2025-04-01"],
    ["2025年4月1日", "2025-04-01"],
    ["20250401", "2025-04-01"],
    ["２０２５／４／１", "2025-04-01"],
    ["Ｒ７．４．１", "2025-04-01"],
    [" R7. 4. 1 ", "2025-04-01"],
    ["R7.10.1(水)", "2025-10-01"],
    ["令和7年4月1日（火）", "2025-04-01"],
])("%s is read as %s", (given, iso) => {
    expect(readDate(given)).toEqual({ iso });
});

test.each([
    ["来週", "unreadable"],
    ["7.4.1", "year_ambiguous"],
    ["25/4/1", "year_ambiguous"],
    ["2025/2/29", "no_such_day"],
    ["R7.13.1", "no_such_day"],
    ["H31.5.1", "outside_era"],
    ["R1.4.30", "outside_era"],
])("%s is refused as %s", (given, problem) => {
    expect(readDate(given)).toEqual({ problem });
});

test("what is shown is read back as the same day", () => {
    for (let day = "2018-01-01"; day < "2020-12-31"; day = addDays(day, 17)) {
        expect(readDate(shortDate(day, "ja"))).toEqual({ iso: day });
        expect(readDate(longDate(day, "ja"))).toEqual({ iso: day });
    }
});

test("a fiscal year runs from April to March and carries the era of its greater part", () => {
    expect(fiscalYearOf("2025-03-31")).toBe(2024);
    expect(fiscalYearOf("2025-04-01")).toBe(2025);
    expect(fiscalYear(2025, "ja")).toBe("令和7年度");
    expect(fiscalYear(2019, "ja", true)).toBe("令和元年度(2019年度)");
    expect(fiscalYear(2025, "en")).toBe("FY 2025");
});

test("a calendar's month is named by both counts of years, and by both eras where one ends", () => {
    expect(monthName("2026-11-21", "ja")).toBe("2026年（令和8年）11月");
    expect(monthName("2019-05-31", "ja")).toBe("2019年（令和元年）5月");
    expect(monthName("1989-01-20", "ja")).toBe("1989年（昭和64年・平成元年）1月");
    expect(monthName("2026-11-21", "en")).toBe("November 2026 (Reiwa 8)");
});

test("a term that ends on the first of April is shown up to the last of March", () => {
    expect(lastDay("2027-04-01")).toBe("2027-03-31");
    expect(lastDay(null)).toBeNull();
});
