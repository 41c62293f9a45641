import * as v from "valibot";
import { api } from "../../api/client.ts";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Day } from "../../ui/Day.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./consultation_words.ts";
import { type Consultation, dayOf, hoursOf, minutesOf, type Visit } from "./desk.ts";
import { Overtaken, withoutMeanwhile } from "./Overtaken.tsx";
import { Spent } from "./States.tsx";
import { useRevision } from "./useRevision.ts";
import { desk, useFailed } from "./writing.ts";

interface Props {
    consultation: Consultation;
    visit: Visit | null;
    onClose: () => void;
}

interface Values extends Record<string, unknown> {
    visited_on: string;
    hours: string;
    place: string;
    text: string;
    visitors: number[];
}

/** A visit, a meeting or an afternoon's work: when, how long, who, what was done. */
export function VisitDialog({ consultation, visit, onClose }: Props) {
    const m = useWords(words);
    const { today, staff } = useMe();
    const failed = useFailed();
    const overtaking = useRevision(visit?.revision ?? 0);
    const form = useForm<Values>({
        initial: visit
            ? {
                  visited_on: visit.visited_on,
                  hours: hoursOf(visit.minutes),
                  place: visit.place,
                  text: visit.text,
                  visitors: visit.visitors.map((one) => one.staff),
              }
            : { visited_on: today, hours: "", place: "", text: "", visitors: staff === null ? [] : [staff] },
        check: visitCheck(today, m),
        draft: visit ? `desk.visit.${visit.id}` : `desk.visit.of.${consultation.id}`,
        save: async ({ hours, visited_on, place, text, visitors }) => {
            const body = { visited_on, minutes: minutesOf(hours) ?? 0, place: place.trim(), text: text.trim(), visitors };
            if (visit) await overtaking.save((revision) => desk.changeVisit(visit.id, { ...body, revision }));
            else await desk.addVisit(consultation.id, body);
            toast(m.visit_saved);
            onClose();
        },
    });
    const drop = async (id: number) => {
        try {
            await desk.dropVisit(id);
            toast(m.visit_dropped);
            onClose();
        } catch (error) {
            failed(error);
        }
    };
    return (
        <Dialog open onClose={onClose} title={visit ? m.change_visit : m.visit_title}>
            <Form form={withoutMeanwhile(form)} submit={m.save} onCancel={onClose}>
                {visit && (
                    <Overtaken overtaking={overtaking} onGiveUp={form.discard}>
                        <Day iso={visit.visited_on} /> <Spent minutes={visit.minutes} /> {visit.place}
                        <p>{visit.text}</p>
                    </Overtaken>
                )}
                <DateField
                    required
                    label={m.visit_on}
                    min={dayOf(consultation.asked_at)}
                    max={today}
                    {...form.field("visited_on")}
                />
                <TextField
                    required
                    label={m.visit_hours}
                    hint={m.visit_hours_hint}
                    inputMode="numeric"
                    {...form.field("hours")}
                    className="max-w-60"
                />
                <TextField label={m.visit_place} maxLength={200} {...form.field("place")} />
                <Visitors consultation={consultation} visit={visit} {...form.field("visitors")} />
                <TextField
                    required
                    label={m.visit_text}
                    hint={m.reason_read}
                    lines={4}
                    maxLength={4000}
                    {...form.field("text")}
                />
            </Form>
            {visit && (
                <div className="mt-6 border-line border-t pt-4">
                    <Button look="quiet" size="small" onPress={() => void drop(visit.id)}>
                        {m.visit_drop}
                    </Button>
                </div>
            )}
        </Dialog>
    );
}

const visitCheck = (today: string, m: ReturnType<typeof words.ja>) =>
    v.object({
        visited_on: v.pipe(
            v.string(),
            v.nonEmpty(),
            v.check((on) => on <= today, m.visit_future),
        ),
        hours: v.pipe(
            v.string(),
            v.check((hours) => minutesOf(hours) !== null, m.visit_hours_wrong),
        ),
        place: v.pipe(v.string(), v.maxLength(200)),
        text: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(4000)),
        visitors: v.pipe(v.array(v.number()), v.minLength(1, m.visitors_wanted)),
    }) as unknown as v.GenericSchema<Values, unknown>;

interface VisitorsProps {
    consultation: Consultation;
    visit: Visit | null;
    id: string;
    value: number[];
    onChange: (staff: number[]) => void;
    error: string | undefined;
}

/** Those of the desk who were there. */
function Visitors({ consultation, visit, id, value, onChange, error }: VisitorsProps) {
    const m = useWords(words);
    const owners = api.useQuery("get", "/consultations/{id}/owners", { params: { path: { id: consultation.id } } });
    const known = owners.data?.candidates ?? [];
    const me = useMe();
    const myself = me.staff === null ? [] : [{ staff: me.staff, name: me.name }];
    const chosen = [...(visit?.visitors ?? []), ...myself].filter(({ staff }) => value.includes(staff));
    const before = chosen.filter(({ staff }, at) => [...known, ...chosen.slice(0, at)].every((one) => one.staff !== staff));
    return (
        <fieldset aria-describedby={error ? `${id}-error` : undefined}>
            <legend className="font-bold">{m.visitors}</legend>
            {[...before, ...known].map(({ staff, name }) => (
                <Checkbox
                    key={staff}
                    checked={value.includes(staff)}
                    onChange={(on) => onChange(on ? [...value, staff] : value.filter((one) => one !== staff))}
                >
                    {name}
                </Checkbox>
            ))}
            {error && (
                <p id={`${id}-error`} className="font-bold text-bad text-sm">
                    {error}
                </p>
            )}
        </fieldset>
    );
}
