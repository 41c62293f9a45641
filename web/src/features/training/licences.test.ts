import { safeParse } from "valibot";
import { expect, test } from "vitest";
import { bodyOf, licenceCheck, newLicence, nextInLine } from "./licences.ts";

const filled = { ...newLicence("2026-06-01", "2027-03-31"), name: " 動画学習 ", seats: "12" };
const wrong = (change: Partial<typeof filled>) =>
    safeParse(licenceCheck({ number_wanted: "number", backwards: "backwards" }), { ...filled, ...change }).issues?.map(
        ({ path, message }) => [path?.[0]?.key, message],
    );

test("no more are given than are free, and none to nobody", () => {
    expect(nextInLine({ seats: 10, given: 7, waiting: 5 })).toBe(3);
    expect(nextInLine({ seats: 10, given: 7, waiting: 2 })).toBe(2);
    expect(nextInLine({ seats: 5, given: 7, waiting: 2 })).toBe(0);
});

test("a licence has a name, a number and a period that does not run backwards", () => {
    expect(wrong({})).toBeUndefined();
    expect(wrong({ seats: "0" })).toEqual([["seats", "number"]]);
    expect(wrong({ last_day: "2026-05-31" })).toEqual([["last_day", "backwards"]]);
    expect(wrong({ name: " " })?.[0]?.[0]).toBe("name");
    expect(bodyOf(filled)).toMatchObject({ name: "動画学習", seats: 12, course: "" });
});
