import { server } from "../../api/client.ts";
import { refusalOf, saidOf } from "../../api/refusal.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { classes } from "../../ui/classes.ts";
import { toast } from "../../ui/toasts.ts";
import { terms } from "./terms.ts";
import { changeReply, changeTopic, type Reaction, type ReactionKind, reacted, reactions } from "./topics.ts";

interface Props {
    topic: number;
    /** Of a reply; of the topic itself without. */
    reply?: number;
    reactions: readonly Reaction[];
}

/** A word that costs no reply. It counts at once and is taken back by pressing again. */
export function ReactionRow({ topic, reply, reactions: given }: Props) {
    const t = useWords(terms);
    const pair = usePair();
    const press = async (kind: ReactionKind, on: boolean) => {
        const set = (to: boolean) =>
            reply === undefined
                ? changeTopic(topic, (one) => ({ ...one, reactions: reacted(one.reactions, kind, to) }))
                : changeReply(topic, reply, (one) => ({ ...one, reactions: reacted(one.reactions, kind, to) }));
        set(on);
        try {
            const body = { kind, on };
            if (reply === undefined) await server.PUT("/topics/{id}/reactions", { params: { path: { id: topic } }, body });
            else await server.PUT("/replies/{id}/reactions", { params: { path: { id: reply } }, body });
        } catch (error) {
            set(!on);
            toast(saidOf(refusalOf(error), pair), { tone: "bad" });
        }
    };
    return (
        <div className="no-print mt-3 flex flex-wrap gap-2">
            {reactions.map((kind) => {
                const { count, mine } = given.find((one) => one.kind === kind) ?? { count: 0, mine: false };
                return (
                    <button
                        key={kind}
                        type="button"
                        aria-pressed={mine}
                        onClick={() => void press(kind, !mine)}
                        className={classes(
                            "tabular min-h-8 cursor-pointer rounded-full border px-3 py-0.5 text-sm hover:underline",
                            mine ? "border-primary bg-primary-wash font-bold text-primary" : "border-line text-quiet",
                        )}
                    >
                        {t.reaction[kind]}
                        {count > 0 && ` ${count}`}
                    </button>
                );
            })}
        </div>
    );
}
