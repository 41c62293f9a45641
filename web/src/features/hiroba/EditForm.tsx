import type { ReactNode } from "react";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { tooLong } from "../../ui/writing/counting.ts";
import { TwoTexts } from "./TwoTexts.tsx";
import type { TwoHands } from "./useTwoHands.ts";
import { words } from "./words.ts";

interface Props {
    hands: TwoHands;
    onCancel?: () => void;
    children: ReactNode;
}

/** Editing in place. While two texts wait for a choice, nothing can be saved. */
export function EditForm({ hands, onCancel, children }: Props) {
    const m = useWords(words);
    const { mine, other, refusal, pending } = hands;
    const unfit = other !== null || mine.text.trim() === "" || tooLong(mine.text);
    return (
        <form
            className="grid gap-4 rounded-8 border border-primary p-4"
            onSubmit={(event) => {
                event.preventDefault();
                if (!unfit) void hands.send();
            }}
        >
            {refusal && <Failure error={refusal} small />}
            {other && <TwoTexts hands={hands} now={other} />}
            {children}
            <div className="flex flex-wrap gap-3">
                <Button type="submit" look="primary" pending={pending} disabled={unfit}>
                    {m.save}
                </Button>
                {onCancel && <Button onPress={onCancel}>{m.leave}</Button>}
            </div>
        </form>
    );
}
