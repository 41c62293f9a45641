import * as v from "valibot";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useMe } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { type Slot, timeOf, wholeOf } from "./desk.ts";
import { Overtaken, withoutMeanwhile } from "./Overtaken.tsx";
import { words } from "./slot_words.ts";
import { terms } from "./terms.ts";
import { useRevision } from "./useRevision.ts";
import { desk } from "./writing.ts";

interface Values extends Record<string, unknown> {
    kind: Slot["kind"];
    title: string;
    on: string;
    begins: string;
    ends: string;
    place: string;
    online_address: string;
    subject: string;
    holder: string;
    guest: string;
    seats: string;
    about: string;
}

/** A day on which one may come by. More seats later let those who wait move up. */
export function SlotDialog({ slot, onClose }: { slot: Slot | null; onClose: () => void }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const { today } = useMe();
    const subjects = api.useQuery("get", "/desk/subjects").data?.subjects ?? [];
    const advisers = api.useQuery("get", "/desk/board").data?.advisers ?? [];
    const overtaking = useRevision(slot?.revision ?? 0);
    const form = useForm<Values>({
        initial: slot ? valuesOf(slot) : empty,
        check: slotCheck(today, m),
        draft: slot ? `desk.slot.${slot.id}` : "desk.slot.new",
        save: async (values) => {
            const body = bodyOf(values);
            if (slot) await overtaking.save((revision) => desk.changeSlot(slot.id, { ...body, revision }));
            else await desk.addSlot(body);
            toast(m.saved);
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={slot ? m.change_title : m.add}>
            <Form form={withoutMeanwhile(form)} submit={m.save} onCancel={onClose}>
                {slot && (
                    <Overtaken overtaking={overtaking} onGiveUp={form.discard}>
                        <p className="font-bold">{slot.title}</p>
                        <p className="tabular">
                            {slot.starts_at.replace("T", " ")}–{slot.ends_at.slice(11)} {slot.place}
                        </p>
                        <p>{m.of_seats(slot.taken, slot.seats)}</p>
                    </Overtaken>
                )}
                <RadioGroup
                    inline
                    label={m.kind}
                    options={(["clinic", "workshop"] as const).map((value) => ({ value, label: t.slot_kind[value] }))}
                    {...form.field("kind")}
                />
                <TextField required label={m.slot_title} maxLength={120} {...form.field("title")} />
                <DateField required label={m.day} min={today} {...form.field("on")} />
                <div className="flex flex-wrap gap-4">
                    <TextField required label={m.begins} hint={m.begins_hint} {...form.field("begins")} className="w-40" />
                    <TextField required label={m.ends} hint={m.ends_hint} {...form.field("ends")} className="w-40" />
                </div>
                <TextField required label={m.seats} inputMode="numeric" {...form.field("seats")} className="max-w-40" />
                <TextField label={m.place} maxLength={200} {...form.field("place")} />
                <TextField label={m.online_address} hint={m.online_hint} maxLength={500} {...form.field("online_address")} />
                <Select
                    label={m.holder}
                    empty={m.nobody}
                    options={advisers.map(({ staff, name }) => ({ value: String(staff), label: name }))}
                    {...form.field("holder")}
                />
                <TextField label={m.guest} hint={m.guest_hint} maxLength={200} {...form.field("guest")} />
                <Select
                    label={m.subject}
                    empty={m.any_subject}
                    options={subjects.map((one) => ({ value: String(one.id), label: pair(one.name, one.name_en) }))}
                    {...form.field("subject")}
                />
                <TextField label={m.about} hint={m.about_hint} lines={3} maxLength={2000} {...form.field("about")} />
            </Form>
        </Dialog>
    );
}

const empty: Values = {
    kind: "clinic",
    title: "",
    on: "",
    begins: "13:30",
    ends: "16:30",
    place: "",
    online_address: "",
    subject: "",
    holder: "",
    guest: "",
    seats: "4",
    about: "",
};

const valuesOf = (slot: Slot): Values => ({
    kind: slot.kind,
    title: slot.title,
    on: slot.starts_at.slice(0, 10),
    begins: slot.starts_at.slice(11),
    ends: slot.ends_at.slice(11),
    place: slot.place,
    online_address: slot.online_address,
    subject: slot.subject ? String(slot.subject) : "",
    holder: slot.holder ? String(slot.holder) : "",
    guest: slot.guest,
    seats: String(slot.seats),
    about: slot.about,
});

const bodyOf = (values: Values): Schema<"SlotForm"> => ({
    kind: values.kind,
    title: values.title.trim(),
    about: values.about.trim(),
    starts_at: `${values.on}T${timeOf(values.begins)}`,
    ends_at: `${values.on}T${timeOf(values.ends)}`,
    place: values.place.trim(),
    online_address: values.online_address.trim(),
    subject: values.subject ? Number(values.subject) : null,
    holder: values.holder ? Number(values.holder) : null,
    guest: values.guest.trim(),
    seats: wholeOf(values.seats) ?? 0,
});

function slotCheck(today: string, m: ReturnType<typeof words.ja>) {
    const time = v.pipe(
        v.string(),
        v.check((typed) => timeOf(typed) !== null, m.time_wrong),
    );
    return v.pipe(
        v.object({
            kind: v.string(),
            title: v.pipe(v.string(), v.trim(), v.nonEmpty()),
            on: v.pipe(
                v.string(),
                v.nonEmpty(),
                v.check((on) => on >= today, m.day_past),
            ),
            begins: time,
            ends: time,
            place: v.string(),
            online_address: v.string(),
            subject: v.string(),
            holder: v.string(),
            guest: v.string(),
            seats: v.pipe(
                v.string(),
                v.check((typed) => (wholeOf(typed) ?? 0) > 0, m.seats_wrong),
            ),
            about: v.string(),
        }),
        v.forward(
            v.partialCheck(
                [["begins"], ["ends"]],
                ({ begins, ends }) => (timeOf(begins) ?? "") < (timeOf(ends) ?? ""),
                m.backwards,
            ),
            ["ends"],
        ),
    ) as unknown as v.GenericSchema<Values, unknown>;
}
