import * as v from "valibot";
import { queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Moment } from "../../ui/Day.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { useMoves } from "./useMoves.ts";
import { words } from "./year_words.ts";

type Judgement = Schema<"Judgement">;
const judgements = ["keep", "change", "stop"] as const satisfies readonly Judgement[];

interface Props {
    course: string;
    name: string;
    year: number;
    review: Schema<"Review"> | null;
    onClose: () => void;
}

export function ReviewDialog({ course, name, year, review, onClose }: Props) {
    const m = useWords(words);
    const { failed } = useMoves();
    const path = { code: course };
    const done = async (said: string) => {
        toast(said);
        await queries.invalidateQueries();
        onClose();
    };
    const form = useForm({
        initial: { judgement: (review?.judgement ?? "") as Judgement | "", change: review?.change ?? "" },
        check: v.pipe(
            v.object({ judgement: v.picklist(judgements, m.judgement_needed), change: v.string() }),
            v.forward(
                v.check(({ judgement, change }) => judgement !== "change" || change.trim() !== "", m.change_needed),
                ["change"],
            ),
        ) as unknown as v.GenericSchema<{ judgement: Judgement | ""; change: string }>,
        draft: `review.${year}.${course}`,
        save: async ({ judgement, change }) => {
            if (!judgement) return;
            await server.PUT("/courses/{code}/review", {
                params: { path },
                body: { fiscal_year: year, judgement, change: change.trim(), revision: review?.revision ?? 0 },
            });
            await done(m.saved);
        },
    });
    const takeBack = () =>
        server
            .DELETE("/courses/{code}/review", { params: { path, query: { fiscal_year: year } } })
            .then(() => done(m.taken_back))
            .catch(failed);
    return (
        <Dialog open onClose={onClose} title={m.review_of(name)}>
            <Form form={form} submit={m.save} onCancel={onClose}>
                <RadioGroup
                    required
                    label={m.judge}
                    options={judgements.map((value) => ({ value, label: m.judgement[value], hint: m.judgement_hint[value] }))}
                    {...form.field("judgement")}
                />
                <TextField label={m.change} hint={m.change_hint} lines={3} maxLength={1000} {...form.field("change")} />
            </Form>
            {review && (
                <div className="mt-6 flex flex-wrap items-center justify-between gap-3 border-line border-t pt-4">
                    <span className="text-quiet text-sm">
                        {m.written_by(review.reviewed_by)} <Moment at={review.reviewed_at} />
                    </span>
                    <Button look="quiet" size="small" onPress={() => void takeBack()}>
                        {m.take_back}
                    </Button>
                </div>
            )}
        </Dialog>
    );
}
