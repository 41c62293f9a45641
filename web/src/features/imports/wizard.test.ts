import { expect, test, vi } from "vitest";

vi.hoisted(() => vi.stubGlobal("window", { location: { pathname: "/hirakata/imports" } }));
vi.mock("../../api/city.ts", () => ({ city: "hirakata" }));

import {
    afterNewFile,
    columnProblems,
    columnsOf,
    freshWizard,
    type ImportFile,
    previewInput,
    sameInput,
    unusuallyMany,
} from "./wizard.ts";

const field = (name: string, required: boolean, several = false) => ({ name, label: name, label_en: name, required, several });
const file: ImportFile = {
    upload: "u1",
    encoding: "cp932",
    delimiter: ",",
    sheet: "",
    sheets: [],
    header_row: 3,
    rows: 2,
    columns: [
        { index: 0, header: "職員番号", samples: [], field: "staff_no" },
        { index: 1, header: "氏名", samples: [], field: "name" },
        { index: 2, header: "生年月日", samples: [], field: null },
    ],
    fields: [field("staff_no", true), field("name", true), field("unit", false), field("concurrent_unit", false, true)],
    warnings: [],
};

test("the server's proposal stands until a column is chosen by hand", () => {
    expect(columnsOf(file, null)).toEqual({ "0": "staff_no", "1": "name", "2": "" });
    expect(columnsOf(file, { "0": "name" })).toEqual({ "0": "name" });
});

test("a required field without a column is named, and a field chosen twice", () => {
    expect(columnProblems({ "0": "staff_no", "1": "unit", "2": "unit" }, file.fields)).toEqual({
        missing: ["name"],
        twice: ["unit"],
    });
    expect(columnProblems({ "0": "staff_no", "1": "name", "2": "concurrent_unit", "3": "concurrent_unit" }, file.fields)).toEqual(
        {
            missing: [],
            twice: [],
        },
    );
});

test("a preview belongs to the choices it was asked with", () => {
    const wizard = { ...freshWizard("2025-10-01"), upload: "u1" };
    const asked = previewInput(wizard, file, "2025-10-01");
    expect(asked.columns).toEqual({ "0": "staff_no", "1": "name", "2": null });
    expect(sameInput(asked, previewInput(wizard, file, "2025-10-01"))).toBe(true);
    expect(sameInput(asked, previewInput({ ...wizard, whole: false }, file, "2025-10-01"))).toBe(false);
    expect(sameInput(null, asked)).toBe(false);
});

test("an announcement belongs to a roster of a day to come: one typed before the day was moved back is not sent", () => {
    const wizard = { ...freshWizard("2026-04-01"), announced_on: "2026-03-20" };
    expect(previewInput(wizard, file, "2026-03-01").announced_on).toBe("2026-03-20");
    expect(previewInput({ ...wizard, as_of: "2026-03-01" }, file, "2026-03-01").announced_on).toBeNull();
});

test("another file forgets what was chosen for the one before, not the day and the extent", () => {
    const before = {
        ...freshWizard("2026-04-01"),
        whole: false,
        columns: { "0": "name" },
        header_row: 3,
        skip_refused: true,
        job: 7,
    };
    const after = afterNewFile(before, "u2", "名簿.csv");
    expect(after).toEqual({ ...freshWizard("2026-04-01"), whole: false, upload: "u2", name: "名簿.csv" });
});

test("a roster of one department given as everybody's is noticed", () => {
    const counts = { added: 0, changed: 10, left: 2000, unchanged: 500, refused: 0 };
    expect(unusuallyMany(counts)).toBe(true);
    expect(unusuallyMany({ ...counts, left: 60, unchanged: 2500 })).toBe(false);
});
