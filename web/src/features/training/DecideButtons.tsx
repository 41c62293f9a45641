import { useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { useMoves } from "./useMoves.ts";
import { useOnce } from "./useOnce.ts";
import { words } from "./words.ts";

/** The head's answer to an application, given where it stands. */
export function DecideButtons({ enrolment, name, course }: { enrolment: number; name: string; course: string }) {
    const m = useWords(words);
    const { release, decline, failed } = useMoves();
    const [declining, setDeclining] = useState(false);
    const let_go = useOnce(() => release(enrolment, name).catch(failed));
    return (
        <>
            <Button look="primary" size="small" aria-label={m.release_who(name, course)} onPress={let_go}>
                {m.release}
            </Button>
            <Button size="small" aria-label={m.decline_who(name, course)} onPress={() => setDeclining(true)}>
                {m.decline}
            </Button>
            {declining && (
                <ReasonDialog
                    title={m.decline_who(name, course)}
                    label={m.reason}
                    hint={m.decline_hint}
                    submit={m.decline}
                    save={(reason) => decline(enrolment, reason)}
                    onClose={() => setDeclining(false)}
                />
            )}
        </>
    );
}
