import { useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { useMoves } from "./useMoves.ts";
import { words } from "./words.ts";

/** Takes an application back: one's own, or, with `who`, another person's. */
export function WithdrawButton({ enrolment, name, who }: { enrolment: number; name: string; who?: string }) {
    const m = useWords(words);
    const { withdraw } = useMoves();
    const [open, setOpen] = useState(false);
    return (
        <>
            <Button
                look="quiet"
                size="small"
                aria-label={who ? m.withdraw_who(who) : m.withdraw_from(name)}
                onPress={() => setOpen(true)}
            >
                {m.withdraw}
            </Button>
            {open && (
                <ReasonDialog
                    title={who ? m.withdraw_who(who) : m.withdraw_from(name)}
                    label={m.reason}
                    submit={m.withdraw}
                    save={(reason) => withdraw(enrolment, reason)}
                    onClose={() => setOpen(false)}
                >
                    {m.withdraw_hint}
                </ReasonDialog>
            )}
        </>
    );
}
