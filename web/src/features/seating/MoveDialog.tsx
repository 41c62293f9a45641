import { use, useState } from "react";
import { queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { leftIn, type PlannedSeat, runLabel, type SeatPlan } from "./seats.ts";
import { words } from "./words.ts";

const nowhere = "none";

interface Props {
    plan: SeatPlan;
    seat: PlannedSeat;
    onClose: () => void;
}

/** One person's seat, set by hand. What speaks against it is told afterwards, not refused. */
export function MoveDialog({ plan, seat, onClose }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const [cautions, setCautions] = useState<readonly Schema<"Caution">[]>([]);
    const form = useForm({
        initial: { run: seat.run === null ? nowhere : String(seat.run), pinned: true },
        save: async ({ run, pinned }) => {
            const body = {
                staff: seat.staff,
                course: seat.course,
                run: run === nowhere ? null : Number(run),
                pinned,
                revision: plan.revision,
            };
            const { data } = await server.PUT("/seat-plans/{plan}/seats", { params: { path: { plan: plan.id } }, body });
            toast(m.moved(seat.name));
            await queries.invalidateQueries();
            if (data && data.cautions.length > 0) setCautions(data.cautions);
            else onClose();
        },
    });
    if (cautions.length > 0)
        return (
            <Dialog
                open
                onClose={onClose}
                title={m.cautions}
                actions={
                    <Button look="primary" onPress={onClose}>
                        {m.understood}
                    </Button>
                }
            >
                <ul className="list-disc pl-5">
                    {cautions.map((one) => (
                        <li key={one.text}>{pair(one.text, one.text_en)}</li>
                    ))}
                </ul>
            </Dialog>
        );
    const runs = plan.runs.filter(({ course }) => course === seat.course);
    const options = runs.map((run) => {
        const left = leftIn(run);
        return {
            value: String(run.run),
            label: runLabel(run, pair, language),
            hint: `${m.left} ${left === null ? m.unlimited : left}`,
        };
    });
    return (
        <Dialog open onClose={onClose} title={m.move_title(seat.name)}>
            <p className="mb-4">{pair(seat.course_name, seat.course_name_en)}</p>
            <Form form={form} submit={m.save} onCancel={onClose}>
                <RadioGroup
                    label={m.move_label}
                    options={[...options, { value: nowhere, label: m.out }]}
                    {...form.field("run")}
                />
                <Checkbox checked={form.values.pinned} onChange={(pinned) => form.set("pinned", pinned)}>
                    {m.pin}
                </Checkbox>
            </Form>
        </Dialog>
    );
}
