import { Link } from "@tanstack/react-router";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Section } from "../../ui/Section.tsx";
import { words } from "./words.ts";

interface Props {
    todo: readonly Schema<"Todo">[];
    title?: string;
    /** Said when there is none. */
    nothing?: string;
}

/** What must be done now, each with the way to do it; nothing else stands here. */
export function Todos({ todo, title, nothing }: Props) {
    const m = useWords(words);
    const pair = usePair();
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
                        <Link
                            to={one.url as "."}
                            className="flex min-h-12 items-center gap-3 px-2 py-2 no-underline hover:bg-primary-wash hover:underline"
                        >
                            <span className="min-w-0 flex-1">{pair(one.text, one.text_en)}</span>
                            <Icon name="right" size={18} />
                        </Link>
                    </li>
                ))}
            </ul>
        </Section>
    );
}
