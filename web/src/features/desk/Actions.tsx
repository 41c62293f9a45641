import { useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { Button, buttonLook } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Menu, type MenuEntry } from "../../ui/Menu.tsx";
import { toast } from "../../ui/toasts.ts";
import { ReasonDialog } from "../training/ReasonDialog.tsx";
import { AssignDialog } from "./AssignDialog.tsx";
import { words } from "./consultation_words.ts";
import { DueDialog } from "./DueDialog.tsx";
import { type Consultation, stageAfter } from "./desk.ts";
import { FinishDialog } from "./FinishDialog.tsx";
import { MoveDialog } from "./MoveDialog.tsx";
import { SubjectDialog } from "./OtherSubjectDialog.tsx";
import { terms } from "./terms.ts";
import { desk } from "./writing.ts";

type Step = "move" | "finish" | "assign" | "due" | "subject" | "withdraw" | "reopen";

/** What can be done with it as a whole: the next stage first, the rest behind one button. */
export function Actions({ consultation }: { consultation: Consultation }) {
    const m = useWords(words);
    const t = useWords(terms);
    const [open, setOpen] = useState<Step | null>(null);
    const close = () => setOpen(null);
    const { may, stage, owner } = consultation;
    const next = stageAfter(stage);
    const rest: (MenuEntry | false)[] = [
        may.guide && next !== null && entry("finish", m.finish, setOpen),
        may.guide && entry("assign", owner ? m.hand_over : m.assign, setOpen),
        may.guide && entry("due", m.set_due, setOpen),
        may.guide && entry("subject", m.other_subject, setOpen),
        may.withdraw && { ...entry("withdraw", m.withdraw, setOpen), apart: may.guide },
    ];
    const entries = rest.filter((one) => one !== false);
    return (
        <>
            {may.guide && (
                <Button look="primary" onPress={() => setOpen(next ? "move" : "finish")}>
                    {next ? m.move_next(t.stage[next]) : m.finish}
                </Button>
            )}
            {may.guide && !next && <Button onPress={() => setOpen("move")}>{m.move}</Button>}
            {may.reopen && <Button onPress={() => setOpen("reopen")}>{m.reopen}</Button>}
            {entries.length === 1 && entries[0] && (
                <Button look="quiet" size="small" onPress={entries[0].act}>
                    {entries[0].label}
                </Button>
            )}
            {entries.length > 1 && (
                <Menu label={m.more} entries={entries} className={buttonLook("secondary")}>
                    {m.more}
                    <Icon name="down" size={18} />
                </Menu>
            )}
            {open === "move" && <MoveDialog consultation={consultation} onClose={close} />}
            {open === "finish" && <FinishDialog consultation={consultation} onClose={close} />}
            {open === "assign" && <AssignDialog consultation={consultation} onClose={close} />}
            {open === "due" && <DueDialog consultation={consultation} onClose={close} />}
            {open === "subject" && <SubjectDialog consultation={consultation} onClose={close} />}
            {(open === "withdraw" || open === "reopen") && <StepReason consultation={consultation} step={open} onClose={close} />}
        </>
    );
}

const entry = (id: Step, label: string, open: (step: Step) => void): MenuEntry => ({ id, label, act: () => open(id) });

interface ReasonProps {
    consultation: Consultation;
    step: "withdraw" | "reopen";
    onClose: () => void;
}

/** Ending it and taking it up again, each with its reason. */
function StepReason({ consultation: { id, revision }, step, onClose }: ReasonProps) {
    const m = useWords(words);
    const said = m.step[step];
    return (
        <ReasonDialog
            title={said.title}
            label={said.why}
            submit={said.submit}
            save={async (reason) => {
                await desk[step](id, { reason, revision });
                toast(said.done);
            }}
            onClose={onClose}
        >
            {said.hint}
        </ReasonDialog>
    );
}
