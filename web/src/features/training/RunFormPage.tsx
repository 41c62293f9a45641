import { useNavigate, useParams } from "@tanstack/react-router";
import { api, queries, server } from "../../api/client.ts";
import { useMe } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Form } from "../../ui/Form.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useFilters } from "../../ui/useFilters.ts";
import { useForm } from "../../ui/useForm.ts";
import { UnitPicker } from "../staff/UnitPicker.tsx";
import { words } from "./office_words.ts";
import { formBody, formOf, newRun, proposedSeats, runCheck } from "./runForm.ts";
import { type Course, nameOf, type Run } from "./runs.ts";
import { SessionsField } from "./SessionsField.tsx";

export function NewRunPage() {
    const courses = api.useQuery("get", "/courses");
    return <Ask query={courses}>{(found) => <RunForm run={null} courses={found.courses} />}</Ask>;
}

export function EditRunPage() {
    const { run: id } = useParams({ strict: false });
    const run = api.useQuery("get", "/runs/{run}", { params: { path: { run: Number(id) } } });
    return <Ask query={run}>{(found) => <RunForm key={found.id} run={found} courses={[]} />}</Ask>;
}

/** A run is a draft until it is opened; later the same form changes it. */
function RunForm({ run, courses }: { run: Run | null; courses: readonly Course[] }) {
    const m = useWords(words);
    const pair = usePair();
    const { today } = useMe();
    const navigate = useNavigate();
    const [{ course }] = useFilters(["course"]);
    const page = (id: number) => ({ to: "/training/runs/$run", params: { run: String(id) } }) as const;
    const form = useForm({
        initial: run ? formOf(run) : newRun(today, course, courses),
        check: runCheck(m),
        draft: run ? `run.${run.id}` : "run.new",
        save: async (values) => {
            const body = formBody(values, run?.fiscal_year);
            const { data } = run
                ? await server.PATCH("/runs/{run}", {
                      params: { path: { run: run.id } },
                      body: { ...body, revision: run.revision },
                  })
                : await server.POST("/runs", { body });
            toast(run ? m.saved : m.added);
            await queries.invalidateQueries();
            if (data) await navigate(page(data.id));
        },
    });
    const name = run && pair(run.course_name, run.course_name_en);
    return (
        <>
            <PageHead
                title={run ? m.edit_title : m.add}
                path={[
                    { label: m.runs, to: "/training/runs" },
                    ...(run ? [{ label: nameOf(run, pair), to: `/training/runs/${run.id}` }] : []),
                ]}
            >
                {run ? m.edit_lead(run.seated) : m.add_lead}
            </PageHead>
            <Form
                form={form}
                submit={run ? m.save : m.add}
                onCancel={() => {
                    form.discard();
                    void navigate(run ? page(run.id) : { to: "/training/runs" });
                }}
            >
                {run ? (
                    <p>
                        <span className="block font-bold">{m.course}</span>
                        {name}
                    </p>
                ) : (
                    <Select
                        required
                        label={m.course}
                        empty={m.choose}
                        options={courses.map((one) => ({ value: one.code, label: pair(one.name, one.name_en) }))}
                        {...form.field("course")}
                        onChange={(next) => {
                            form.set("capacity", proposedSeats(form.values, next, courses));
                            form.set("course", next);
                        }}
                    />
                )}
                <TextField label={m.run_name} hint={m.run_name_hint} maxLength={100} {...form.field("name")} />
                <SessionsField {...form.field("sessions")} />
                {form.values.sessions.length > 1 && (
                    <RadioGroup
                        label={m.attend}
                        options={[
                            { value: "all", label: m.attend_all },
                            { value: "one", label: m.attend_one },
                        ]}
                        {...form.field("attend")}
                    />
                )}
                <DateField required label={m.apply_from} {...form.field("apply_from")} />
                <DateField required label={m.apply_until} {...form.field("apply_until")} />
                <TextField
                    type="number"
                    inputMode="numeric"
                    label={m.capacity}
                    hint={m.capacity_hint}
                    {...form.field("capacity")}
                />
                {form.values.capacity !== "" && (
                    <DateField label={m.waiting_until} hint={m.waiting_until_hint} {...form.field("waiting_until")} />
                )}
                <TextField
                    type="number"
                    inputMode="numeric"
                    label={m.per_unit}
                    hint={m.per_unit_hint}
                    {...form.field("per_unit")}
                />
                <TextField type="number" inputMode="numeric" label={m.per_day} hint={m.per_day_hint} {...form.field("per_day")} />
                <UnitPicker label={m.only_for} hint={m.only_for_hint} everything={m.everybody} {...form.field("unit")} />
                <Checkbox
                    checked={form.values.needs_release}
                    onChange={(on) => form.set("needs_release", on)}
                    hint={m.needs_release_hint}
                >
                    {m.needs_release}
                </Checkbox>
                <TextField
                    type="number"
                    inputMode="numeric"
                    label={m.report_days}
                    hint={m.report_days_hint}
                    {...form.field("report_days")}
                />
                <TextField label={m.note} lines={3} maxLength={2000} {...form.field("note")} />
            </Form>
        </>
    );
}
