import * as v from "valibot";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import type { Picked } from "../staff/StaffPicker.tsx";
import { type Subject, wholeOf } from "./desk.ts";
import { Overtaken, withoutMeanwhile } from "./Overtaken.tsx";
import { PeopleField } from "./PeopleField.tsx";
import { SubjectPeople } from "./SubjectPeople.tsx";
import { words } from "./subject_words.ts";
import { useRevision } from "./useRevision.ts";
import { desk } from "./writing.ts";

interface Values extends Record<string, unknown> {
    name: string;
    name_en: string;
    about: string;
    owners: Picked[];
    deputies: Picked[];
    answer_days: string;
    step_days: string;
    sort: string;
    closed: boolean;
}

interface Props {
    subject: Subject | null;
    /** Its place when it is new: after all others. */
    next: number;
    onClose: () => void;
}

/** A subject, who answers for it, and how soon. */
export function SubjectDialog({ subject, next, onClose }: Props) {
    const m = useWords(words);
    const overtaking = useRevision(subject?.revision ?? 0);
    const form = useForm<Values>({
        initial: subject ? valuesOf(subject) : { ...empty, sort: String(next) },
        check: subjectCheck(m),
        draft: subject ? `desk.subject.${subject.id}` : "desk.subject.new",
        save: async (values) => {
            const body = bodyOf(values);
            if (subject) await overtaking.save((revision) => desk.changeSubject(subject.id, { ...body, revision }));
            else await desk.addSubject(body);
            toast(m.saved);
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={subject ? m.change_title : m.add}>
            <Form form={withoutMeanwhile(form)} submit={m.save} onCancel={onClose}>
                {subject && (
                    <Overtaken overtaking={overtaking} onGiveUp={form.discard}>
                        <p className="font-bold">{subject.name}</p>
                        <p>{subject.about}</p>
                        <SubjectPeople subject={subject} />
                    </Overtaken>
                )}
                <TextField required label={m.name} maxLength={60} {...form.field("name")} />
                <TextField label={m.name_en} maxLength={80} {...form.field("name_en")} />
                <TextField label={m.about} hint={m.about_hint} lines={2} maxLength={2000} {...form.field("about")} />
                <PeopleField required label={m.owners} hint={m.owners_hint} {...form.field("owners")} />
                <PeopleField label={m.deputies} hint={m.deputies_hint} {...form.field("deputies")} />
                <TextField
                    required
                    label={m.answer_days}
                    hint={m.answer_days_hint}
                    inputMode="numeric"
                    {...form.field("answer_days")}
                    className="max-w-80"
                />
                <TextField
                    required
                    label={m.step_days}
                    hint={m.step_days_hint}
                    inputMode="numeric"
                    {...form.field("step_days")}
                    className="max-w-80"
                />
                <TextField required label={m.sort} inputMode="numeric" {...form.field("sort")} className="max-w-80" />
                <Checkbox checked={form.values.closed} onChange={(closed) => form.set("closed", closed)}>
                    {m.close}
                </Checkbox>
            </Form>
        </Dialog>
    );
}

const empty: Values = {
    name: "",
    name_en: "",
    about: "",
    owners: [],
    deputies: [],
    answer_days: "3",
    step_days: "10",
    sort: "",
    closed: false,
};

function valuesOf(subject: Subject): Values {
    const people = (deputy: boolean) =>
        subject.advisers.filter((one) => one.deputy === deputy).map(({ staff, name }) => ({ id: staff, name }));
    return {
        name: subject.name,
        name_en: subject.name_en,
        about: subject.about,
        owners: people(false),
        deputies: people(true),
        answer_days: String(subject.answer_days),
        step_days: String(subject.step_days),
        sort: String(subject.sort),
        closed: subject.closed,
    };
}

const bodyOf = (values: Values): Schema<"SubjectForm"> => ({
    name: values.name.trim(),
    name_en: values.name_en.trim(),
    about: values.about.trim(),
    owners: values.owners.map(({ id }) => id),
    deputies: values.deputies.map(({ id }) => id),
    answer_days: wholeOf(values.answer_days) ?? 0,
    step_days: wholeOf(values.step_days) ?? 0,
    sort: wholeOf(values.sort) ?? 0,
    closed: values.closed,
});

function subjectCheck(m: ReturnType<typeof words.ja>) {
    const days = v.pipe(
        v.string(),
        v.check((typed) => {
            const n = wholeOf(typed);
            return n !== null && n >= 1 && n <= 60;
        }, m.days_wrong),
    );
    return v.object({
        name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60)),
        name_en: v.string(),
        about: v.string(),
        owners: v.pipe(v.array(v.any()), v.minLength(1, m.owner_wanted)),
        deputies: v.array(v.any()),
        answer_days: days,
        step_days: days,
        sort: v.pipe(
            v.string(),
            v.check((typed) => wholeOf(typed) !== null, m.number_wrong),
        ),
        closed: v.boolean(),
    }) as unknown as v.GenericSchema<Values, unknown>;
}
