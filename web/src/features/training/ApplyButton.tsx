import { useRef, useState } from "react";
import { api } from "../../api/client.ts";
import type { Refusal } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button, type Size } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { Conflicts } from "./Conflicts.tsx";
import { nameOf, type Run, seatsLeft } from "./runs.ts";
import { terms } from "./terms.ts";
import { useMoves } from "./useMoves.ts";
import { When } from "./When.tsx";
import { Where } from "./Where.tsx";
import { words } from "./words.ts";

/** The way to what comes first: the server points at each course. */
function FirstCourses({ refusal }: { refusal: Refusal }) {
    const m = useWords(words);
    const pair = usePair();
    const known = api.useQuery("get", "/courses").data?.courses ?? [];
    const codes = refusal.problems.map(({ pointer }) => pointer.replace("/courses/", ""));
    return (
        <p className="flex flex-wrap gap-3">
            {codes.map((code) => {
                const course = known.find((one) => one.code === code);
                return (
                    <LinkButton key={code} to="/training/courses/$code" params={{ code }} look="secondary" size="small">
                        {m.to_course(course ? pair(course.name, course.name_en) : code)}
                    </LinkButton>
                );
            })}
        </p>
    );
}

interface Props {
    run: Run;
    reachable: Schema<"Reachable">;
    size?: Size;
}

/** Two presses: what one applies for is shown once, then it is done. */
export function ApplyButton({ run, reachable, size = "small" }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const [open, setOpen] = useState(false);
    const name = nameOf(run, pair);
    return (
        <>
            <Button look="primary" size={size} aria-label={m.apply_for(name)} onPress={() => setOpen(true)}>
                {m.apply}
            </Button>
            {open && <ApplyDialog run={run} name={name} reachable={reachable} onClose={() => setOpen(false)} />}
        </>
    );
}

function ApplyDialog({ run, name, reachable, onClose }: Omit<Props, "size"> & { name: string; onClose: () => void }) {
    const m = useWords(words);
    const t = useWords(terms);
    const { again, apply, stands, withdraw, failed } = useMoves();
    const applied = useRef(false);
    const [done, setDone] = useState<Schema<"Enrolled">>();
    // Asking again takes the button away, and this dialog with it.
    const close = () => {
        onClose();
        if (applied.current) void again();
    };
    const form = useForm({
        initial: { reason: "" },
        save: async ({ reason }) => {
            const enrolled = await apply(run.id, reason.trim());
            if (!enrolled) return;
            applied.current = true;
            if (enrolled.conflicts.length > 0) return setDone(enrolled);
            const undo = () => void withdraw(enrolled.enrolment.id, m.undone).catch(failed);
            toast(m.applied(stands(enrolled.enrolment)), { undo });
            close();
        },
    });
    if (done)
        return (
            <Dialog
                open
                onClose={close}
                title={m.applied(stands(done.enrolment))}
                actions={
                    <Button look="primary" onPress={close}>
                        {m.understood}
                    </Button>
                }
            >
                <Notice tone="warn" title={m.conflicts} live>
                    <Conflicts conflicts={done.conflicts} />
                </Notice>
            </Dialog>
        );
    return (
        <Dialog open onClose={close} title={m.apply_for(name)}>
            <ul className="mb-4">
                {run.sessions.map((session) => (
                    <li key={session.id}>
                        <When session={session} />
                        <span className="ml-3 text-quiet">
                            <Where session={session} />
                        </span>
                    </li>
                ))}
            </ul>
            <p className="mb-4 text-quiet">
                {run.sessions.length > 1 && (run.attend === "all" ? m.attend_all : m.attend_one)}{" "}
                {run.needs_release ? m.needs_release : seatsLeft(run) === 0 && m.will_wait} {t.reach[reachable]}
            </p>
            <Form form={form} submit={m.apply} onCancel={close}>
                {form.refusal?.code === "prerequisite_missing" && <FirstCourses refusal={form.refusal} />}
                <TextField label={m.why_apply} lines={2} maxLength={500} {...form.field("reason")} />
            </Form>
        </Dialog>
    );
}
