import { useNavigate } from "@tanstack/react-router";
import * as v from "valibot";
import { queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { number } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Form } from "../../ui/Form.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./words.ts";

interface Values extends Record<string, unknown> {
    courses: string[];
    per_day: string;
}

interface Props {
    fiscal_year: number;
    courses: readonly Schema<"SeatDemand">[];
}

/** Which courses, and the one rule that belongs to no run: how many of a section may be away on one day. */
export function ProposeForm({ fiscal_year, courses }: Props) {
    const m = useWords(words);
    const navigate = useNavigate();
    const check = v.object({
        courses: v.pipe(v.array(v.string()), v.minLength(1, m.choose_courses)),
        per_day: v.pipe(v.string(), v.regex(/^[0-9]{0,3}$/, m.number_wanted)),
    }) as v.GenericSchema<Values, unknown>;
    const form = useForm<Values>({
        initial: { courses: courses.filter(({ runs }) => runs > 0).map(({ course }) => course), per_day: "" },
        check,
        save: async ({ courses: chosen, per_day }) => {
            const body = { fiscal_year, courses: chosen, per_day: Number(per_day) };
            const { data } = await server.POST("/seat-plans", { body });
            await queries.invalidateQueries();
            if (data) await navigate({ to: "/training/seats/$plan", params: { plan: String(data.id) } });
        },
    });
    return (
        <div className="mb-10">
            <Form form={form} submit={m.propose}>
                <Courses courses={courses} {...form.field("courses")} />
                <div className="max-w-md">
                    <TextField
                        label={m.per_day}
                        hint={m.per_day_hint}
                        inputMode="numeric"
                        maxLength={3}
                        {...form.field("per_day")}
                    />
                </div>
            </Form>
        </div>
    );
}

interface CoursesProps {
    id: string;
    courses: Props["courses"];
    value: string[];
    onChange: (chosen: string[]) => void;
    error: string | undefined;
}

const cell = "border-line border-t px-1.5 py-2 text-right align-baseline tabular sm:px-3";

function Courses({ id, courses, value, onChange, error }: CoursesProps) {
    const m = useWords(words);
    const pair = usePair();
    const all = courses.map(({ course }) => course);
    return (
        <div className="min-w-0">
            {error && (
                <p id={id} tabIndex={-1} aria-invalid className="mb-2 text-bad">
                    {error}
                </p>
            )}
            <Scroll
                label={m.outlook_caption}
                className="max-w-3xl overflow-x-auto rounded-8 border border-line print:overflow-visible"
            >
                <table className="w-full text-table">
                    <caption className="sr-only">{m.outlook_caption}</caption>
                    <thead>
                        <tr className="bg-solid-gray-50">
                            <td className="w-11 px-1.5 py-2 sm:px-3">
                                <Checkbox
                                    label={m.choose_all}
                                    checked={value.length === all.length}
                                    mixed={value.length > 0 && value.length < all.length}
                                    onChange={(checked) => onChange(checked ? all : [])}
                                />
                            </td>
                            <th scope="col" className="min-w-28 px-1.5 py-2 text-left sm:px-3">
                                {m.course}
                            </th>
                            {[m.required, m.asked, m.runs, m.free].map((head) => (
                                <th
                                    key={head}
                                    scope="col"
                                    className="wrap-normal px-1.5 py-2 text-right align-bottom sm:whitespace-nowrap sm:px-3"
                                >
                                    {head}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {courses.map((one) => {
                            const name = pair(one.course_name, one.course_name_en);
                            return (
                                <tr key={one.course}>
                                    <td className="border-line border-t px-1.5 py-2 sm:px-3">
                                        <Checkbox
                                            label={m.choose(name)}
                                            checked={value.includes(one.course)}
                                            onChange={(checked) =>
                                                onChange(
                                                    checked
                                                        ? [...value, one.course]
                                                        : value.filter((code) => code !== one.course),
                                                )
                                            }
                                        />
                                    </td>
                                    <th scope="row" className="border-line border-t px-1.5 py-2 text-left font-normal sm:px-3">
                                        {name}
                                    </th>
                                    <td className={cell}>{number(one.required)}</td>
                                    <td className={cell}>{number(one.asked)}</td>
                                    <td className={cell}>{number(one.runs)}</td>
                                    <td className={cell}>{one.free_seats === null ? m.unlimited : number(one.free_seats)}</td>
                                </tr>
                            );
                        })}
                    </tbody>
                </table>
            </Scroll>
        </div>
    );
}
