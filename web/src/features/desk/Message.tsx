import { use, useState } from "react";
import { LanguageContext } from "../../i18n/context.ts";
import { shortInstant } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { Moment } from "../../ui/Day.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Rich } from "../../ui/Rich.tsx";
import { words } from "./consultation_words.ts";
import type { Message as Said } from "./desk.ts";
import { EditMessage } from "./EditMessage.tsx";
import { Files } from "./Files.tsx";

/** One turn of the exchange. A private note has another ground and frame, and says in words who does not see it. */
export function Message({ message }: { message: Said }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const [editing, setEditing] = useState(false);
    const { is_private, side } = message;
    return (
        <li
            className={classes(
                "rounded-8 border px-4 py-3",
                is_private && "border-2 border-warn border-dashed bg-warn-wash",
                !is_private && "border-line border-l-4 bg-paper",
                !is_private && (side === "desk" ? "border-l-primary" : "border-l-solid-gray-420"),
            )}
        >
            <article>
                {is_private && (
                    <p className="mb-1 flex flex-wrap items-center gap-x-2 font-bold text-table text-warn">
                        <Icon name="lock" size={18} />
                        {m.private}
                        <span className="font-normal">{m.private_says}</span>
                    </p>
                )}
                <header className="mb-1 flex flex-wrap items-baseline gap-x-3">
                    <strong>{message.by}</strong>
                    <span className="text-quiet text-sm">
                        {m.side[side]} · <Moment at={message.at} />
                        {message.edited_at && <> · {m.edited}</>}
                    </span>
                </header>
                {editing ? (
                    <EditMessage message={message} onClose={() => setEditing(false)} />
                ) : (
                    <>
                        <Rich pieces={message.pieces} />
                        <Files files={message.files} />
                        {message.may_change && (
                            <Button
                                look="quiet"
                                size="small"
                                icon="edit"
                                className="no-print mt-1 -ml-3"
                                aria-label={m.edit_what(shortInstant(message.at, language))}
                                onPress={() => setEditing(true)}
                            >
                                {m.edit}
                            </Button>
                        )}
                    </>
                )}
            </article>
        </li>
    );
}
