// What the officer has chosen so far. It survives a reload; the file itself waits on the server.
import { useEffect, useState } from "react";
import { city } from "../../api/city.ts";
import type { Schema } from "../../api/types.ts";

export type ImportFile = Schema<"ImportFile">;
export type PreviewInput = Schema<"PreviewInput">;
export type Encoding = Schema<"Encoding">;

export interface Wizard {
    upload: string | null;
    name: string;
    sheet: string | null;
    header_row: number | null;
    encoding: Encoding | null;
    /** Index of a column to its field, empty for one left out; null while the proposal stands. */
    columns: Record<string, string> | null;
    as_of: string;
    whole: boolean;
    announced_on: string;
    create_units: boolean;
    same_person: Record<string, number>;
    skip_refused: boolean;
    close_units: boolean;
    /** What the preview on the screen was asked with. */
    asked: PreviewInput | null;
    job: number | null;
}

export const freshWizard = (today: string): Wizard => ({
    upload: null,
    name: "",
    sheet: null,
    header_row: null,
    encoding: null,
    columns: null,
    as_of: today,
    whole: true,
    announced_on: "",
    create_units: true,
    same_person: {},
    skip_refused: false,
    close_units: false,
    asked: null,
    job: null,
});

/** Another file begins anew; which day it is of and how much of the staff it holds stay as chosen. */
export const afterNewFile = (wizard: Wizard, upload: string, name: string): Wizard => {
    const { as_of, whole, announced_on, create_units } = wizard;
    return { ...freshWizard(as_of), whole, announced_on, create_units, upload, name };
};

const key = `hagukumi.draft.${city}.import`;

export function useWizard(today: string) {
    const [wizard, setWizard] = useState<Wizard>(() => {
        try {
            return { ...freshWizard(today), ...JSON.parse(sessionStorage.getItem(key) ?? "{}") };
        } catch {
            return freshWizard(today);
        }
    });
    useEffect(() => sessionStorage.setItem(key, JSON.stringify(wizard)), [wizard]);
    const change = (part: Partial<Wizard>) => setWizard((before) => ({ ...before, ...part }));
    return [wizard, change, () => setWizard(freshWizard(today))] as const;
}

/** The columns as chosen, else as the server proposes them. */
export function columnsOf(file: Pick<ImportFile, "columns">, chosen: Wizard["columns"]): Record<string, string> {
    return chosen ?? Object.fromEntries(file.columns.map(({ index, field }) => [String(index), field ?? ""]));
}

export interface ColumnProblems {
    missing: string[];
    twice: string[];
}

/** Fields that must be there and are not, and fields chosen for more columns than they may have. */
export function columnProblems(columns: Record<string, string>, fields: ImportFile["fields"]): ColumnProblems {
    const chosen = Object.values(columns);
    const times = (name: string) => chosen.filter((one) => one === name).length;
    return {
        missing: fields.filter(({ name, required }) => required && times(name) === 0).map(({ name }) => name),
        twice: fields.filter(({ name, several }) => !several && times(name) > 1).map(({ name }) => name),
    };
}

export function previewInput(wizard: Wizard, file: ImportFile, today: string): PreviewInput {
    const columns = columnsOf(file, wizard.columns);
    return {
        upload: file.upload,
        sheet: wizard.sheet,
        header_row: wizard.header_row,
        encoding: wizard.encoding,
        as_of: wizard.as_of,
        whole: wizard.whole,
        columns: Object.fromEntries(Object.entries(columns).map(([index, field]) => [index, field || null])),
        create_units: wizard.create_units,
        announced_on: (wizard.as_of > today && wizard.announced_on) || null,
        same_person: wizard.same_person,
    };
}

export const sameInput = (a: PreviewInput | null, b: PreviewInput) => a !== null && JSON.stringify(a) === JSON.stringify(b);

/** How many people the roster would let go, when that is more than a yearly turnover explains. */
export function unusuallyMany(counts: Schema<"Counts">): boolean {
    const known = counts.left + counts.changed + counts.unchanged;
    return counts.left >= 20 && counts.left > known * 0.15;
}
