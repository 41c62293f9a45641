import { describe, expect, it } from "vitest";
import { beyondHelp, gapOf, leftIn } from "./seats.ts";

const course = (obstacles: { obstacle: "full" | "leave" | "taken_out"; people: number }[]) => ({
    course: "C1",
    course_name: "DX入門",
    course_name_en: "DX",
    wanted: 10,
    seated: 5,
    further_runs: 1,
    run_seats: 20,
    month: 10,
    obstacles,
});

describe("a seat plan", () => {
    it("is as far from the best as the bound says, without those taken out by hand", () => {
        expect(gapOf({ most_seats: 10, seated: 10, courses: [] })).toBe(0);
        expect(gapOf({ most_seats: 10, seated: 7, courses: [course([{ obstacle: "full", people: 3 }])] })).toBe(3);
        expect(gapOf({ most_seats: 10, seated: 8, courses: [course([{ obstacle: "taken_out", people: 2 }])] })).toBe(0);
    });
    it("counts apart whom another run does not help", () => {
        const obstacles = [
            { obstacle: "full", people: 3 },
            { obstacle: "leave", people: 2 },
            { obstacle: "taken_out", people: 1 },
        ] as const;
        expect(beyondHelp({ obstacles: [...obstacles] })).toBe(3);
    });
    it("says how many seats a run has left, and nothing where there is no limit", () => {
        expect(leftIn({ capacity: 20, taken: 5, planned: 12 })).toBe(3);
        expect(leftIn({ capacity: 20, taken: 15, planned: 12 })).toBe(0);
        expect(leftIn({ capacity: null, taken: 5, planned: 12 })).toBeNull();
    });
});
