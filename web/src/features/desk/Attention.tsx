import { useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { AssignDialog } from "./AssignDialog.tsx";
import { words } from "./consultation_words.ts";
import { type Consultation, goesOn, needsOwner } from "./desk.ts";

/** What has to be seen before all else: it is my turn to answer, or nobody answers for it any more. */
export function Attention({ consultation }: { consultation: Consultation }) {
    const m = useWords(words);
    const { owner, owner_presence: presence, is_mine, may } = consultation;
    if (!goesOn(consultation)) return null;
    const my_turn = is_mine && consultation.status === "waiting_for_asker";
    if (my_turn)
        return (
            <Box>
                <Notice title={m.my_turn} action={<ToReply />}>
                    {m.my_turn_hint}
                </Notice>
            </Box>
        );
    if (owner && presence === "on_leave" && may.guide)
        return (
            <Box>
                <Notice tone="warn" title={m.on_leave(owner.name)} action={<HandOver consultation={consultation} />}>
                    {m.on_leave_hint}
                </Notice>
            </Box>
        );
    if (!needsOwner(consultation)) return null;
    if (!may.guide)
        return (
            <Box>
                <Notice title={m.being_assigned}>{m.being_assigned_hint}</Notice>
            </Box>
        );
    return (
        <Box>
            <Notice
                tone="warn"
                title={owner ? (presence === "moved" ? m.moved_away(owner.name) : m.absent(owner.name)) : m.nobody}
                action={<HandOver consultation={consultation} />}
            >
                {owner ? m.gone_hint : m.nobody_hint}
            </Notice>
        </Box>
    );
}

const Box = ({ children }: { children: React.ReactNode }) => <div className="mb-6 max-w-3xl">{children}</div>;

function ToReply() {
    const m = useWords(words);
    return (
        <a href="#reply" className="link font-bold">
            {m.to_reply}
        </a>
    );
}

function HandOver({ consultation }: { consultation: Consultation }) {
    const m = useWords(words);
    const [open, setOpen] = useState(false);
    return (
        <>
            <Button size="small" look="primary" onPress={() => setOpen(true)}>
                {consultation.owner ? m.hand_over : m.assign}
            </Button>
            {open && <AssignDialog consultation={consultation} onClose={() => setOpen(false)} />}
        </>
    );
}
