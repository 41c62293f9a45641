import { server } from "../../api/client.ts";
import { refusalOf, saidOf } from "../../api/refusal.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { toast } from "../../ui/toasts.ts";
import { terms } from "./terms.ts";
import { changeReply, changeTopic, type Reaction, type ReactionKind, reacted, reactions } from "./topics.ts";
import { words } from "./words.ts";

interface Props {
    topic: number;
    /** Of a reply; of the topic itself without. */
    reply?: number;
    reactions: readonly Reaction[];
}

/** The one that is always at hand; the others stand there once somebody has given them. */
const first: ReactionKind = "helpful";
const look = "tabular inline-flex min-h-8 cursor-pointer items-center rounded-full border px-3 py-0.5 text-sm hover:underline";

/** A word that costs no reply. It counts at once and is taken back by pressing again. */
export function ReactionRow({ topic, reply, reactions: given }: Props) {
    const m = useWords(words);
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
    const of = (kind: ReactionKind) => given.find((one) => one.kind === kind) ?? { kind, count: 0, mine: false };
    const shown = reactions.filter((kind) => kind === first || of(kind).count > 0);
    const more = reactions.filter((kind) => !shown.includes(kind));
    return (
        <div className="no-print mt-3 flex flex-wrap gap-2">
            {shown.map((kind) => {
                const { count, mine } = of(kind);
                return (
                    <button
                        key={kind}
                        type="button"
                        aria-pressed={mine}
                        onClick={() => void press(kind, !mine)}
                        className={classes(
                            look,
                            mine ? "border-primary bg-primary-wash font-bold text-primary" : "border-line text-quiet",
                        )}
                    >
                        {t.reaction[kind]}
                        {count > 0 && ` ${count}`}
                    </button>
                );
            })}
            {more.length > 0 && (
                <Menu
                    label={m.more_reactions}
                    entries={more.map((kind) => ({ id: kind, label: t.reaction[kind], act: () => void press(kind, true) }))}
                    className={classes(look, "border-line text-quiet")}
                >
                    <Icon name="down" size={16} />
                </Menu>
            )}
        </div>
    );
}
