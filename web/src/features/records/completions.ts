// What the officer has chosen about a list of completions. It survives a reload; the list itself waits on the server.
import { useEffect, useState } from "react";
import { city } from "../../api/city.ts";
import type { Schema } from "../../api/types.ts";
import { columnsOf } from "../imports/wizard.ts";

export type CompletionFile = Schema<"CompletionFile">;
export type CompletionsInput = Schema<"CompletionsInput">;
export type CourseName = Schema<"CourseName">;

export interface List {
    upload: string | null;
    name: string;
    sheet: string | null;
    header_row: number | null;
    encoding: Schema<"Encoding"> | null;
    /** Index of a column to its field, empty for one left out; null while the proposal stands. */
    columns: Record<string, string> | null;
    /** Null while the proposal stands. */
    source: string | null;
    /** Name in the list to a course of the plan; empty: its rows are left out. */
    courses: Record<string, string>;
    /** Of every row, where the list has no such column. */
    course: string;
    completed_on: string;
    skip_refused: boolean;
    asked: CompletionsInput | null;
    job: number | null;
}

export const noList: List = {
    upload: null,
    name: "",
    sheet: null,
    header_row: null,
    encoding: null,
    columns: null,
    source: null,
    courses: {},
    course: "",
    completed_on: "",
    skip_refused: false,
    asked: null,
    job: null,
};

const key = `hagukumi.draft.${city}.completions`;

export function useList() {
    const [list, setList] = useState<List>(() => {
        try {
            return { ...noList, ...JSON.parse(sessionStorage.getItem(key) ?? "{}") };
        } catch {
            return noList;
        }
    });
    useEffect(() => sessionStorage.setItem(key, JSON.stringify(list)), [list]);
    const change = (part: Partial<List>) => setList((before) => ({ ...before, ...part }));
    return [list, change, () => setList(noList)] as const;
}

/** What the list does not say itself, and so must be said for all of it. */
export function unsaid(columns: Record<string, string>) {
    const has = (field: string) => Object.values(columns).includes(field);
    const who = ["staff_no", "email", "name"].some(has) || (has("family_name") && has("given_name"));
    return { who: !who, course: !has("course"), completed_on: !has("completed_on") };
}

export function inputOf(list: List, file: CompletionFile): CompletionsInput {
    const columns = columnsOf(file, list.columns);
    const missing = unsaid(columns);
    return {
        upload: file.upload,
        sheet: list.sheet,
        header_row: list.header_row,
        encoding: list.encoding,
        columns: Object.fromEntries(Object.entries(columns).map(([index, field]) => [index, field || null])),
        source: (list.source ?? file.source).trim(),
        courses: list.courses,
        course: missing.course ? list.course || null : null,
        completed_on: missing.completed_on ? list.completed_on || null : null,
        skip_refused: null,
    };
}

export const isReady = (input: CompletionsInput): boolean => {
    const columns = Object.fromEntries(Object.entries(input.columns).map(([index, field]) => [index, field ?? ""]));
    const missing = unsaid(columns);
    return (
        input.source !== "" &&
        !missing.who &&
        (!missing.course || input.course !== null) &&
        (!missing.completed_on || input.completed_on !== null)
    );
};

export const isSame = (a: CompletionsInput | null, b: CompletionsInput) => a !== null && JSON.stringify(a) === JSON.stringify(b);
