import { Link } from "@tanstack/react-router";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Section } from "../../ui/Section.tsx";
import { words } from "./words.ts";

interface Props {
    todo: readonly (Schema<"Todo"> | Schema<"Fresh">)[];
    title?: string;
    /** Said when there is none. */
    nothing?: string;
}

/** What must be done now, or is new, each with the way to it; nothing else stands here. */
export function Todos({ todo, title, nothing }: Props) {
    const m = useWords(words);
    return (
        <Section title={title ?? m.todo}>
            {todo.length === 0 && (
                <p className="flex items-center gap-2 text-quiet">
                    <Icon name="check" className="text-good" />
                    {nothing ?? m.todo_none}
                </p>
            )}
            <ul>
                {todo.map((one) => (
                    <li key={`${one.kind} ${one.url} ${one.text}`} className="border-line border-b first:border-t">
                        <Line todo={one} />
                    </li>
                ))}
            </ul>
        </Section>
    );
}

const line = "flex min-h-12 items-center gap-3 px-2 py-2";

/** Somebody else's to do is said, without a way to it. */
function Line({ todo }: { todo: Props["todo"][number] }) {
    const pair = usePair();
    const text = <span className="min-w-0 flex-1">{pair(todo.text, todo.text_en)}</span>;
    if (!todo.url) return <p className={line}>{text}</p>;
    const [to, search] = todo.url.split("?");
    return (
        <Link
            to={to as "."}
            search={Object.fromEntries(new URLSearchParams(search))}
            className={`${line} no-underline hover:bg-primary-wash hover:underline`}
        >
            {text}
            <Icon name="right" size={18} />
        </Link>
    );
}
