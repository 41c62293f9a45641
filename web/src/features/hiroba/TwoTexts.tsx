import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Text, TwoHands } from "./useTwoHands.ts";
import { words } from "./words.ts";

/** Somebody saved first: both texts, and what to do with them. */
export function TwoTexts({ hands, now }: { hands: TwoHands; now: Text }) {
    const m = useWords(words);
    return (
        <Notice
            tone="warn"
            title={m.two_hands}
            live
            focus
            action={
                <>
                    <Button size="small" onPress={() => hands.takeTheirs(now)}>
                        {m.take_theirs}
                    </Button>
                    <Button size="small" onPress={() => hands.keepMine(now)}>
                        {m.keep_mine}
                    </Button>
                    <Button size="small" onPress={() => hands.keepBoth(now)}>
                        {m.keep_both}
                    </Button>
                </>
            }
        >
            <p>{m.two_hands_lead}</p>
            <div className="mt-3 grid grid-cols-1 gap-4 desk:grid-cols-2">
                <Side label={m.theirs} text={now} />
                <Side label={m.mine} text={hands.mine} />
            </div>
        </Notice>
    );
}

function Side({ label, text }: { label: string; text: Text }) {
    return (
        <section aria-label={label} className="min-w-0">
            <h3 className="text-sm">{label}</h3>
            {text.title && <p className="typed font-bold">{text.title}</p>}
            <div className="typed max-h-72 overflow-y-auto whitespace-pre-wrap rounded-8 border border-line p-3 text-table">
                {text.text}
            </div>
        </section>
    );
}
