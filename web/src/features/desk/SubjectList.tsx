import { usePair, useWords } from "../../i18n/words.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Rich } from "../../ui/Rich.tsx";
import type { Subject } from "./desk.ts";
import { SubjectFacts } from "./SubjectFacts.tsx";
import { words } from "./words.ts";

/** What can be asked about, who answers and how soon. */
export function SubjectList({ subjects, may_ask }: { subjects: readonly Subject[]; may_ask: boolean }) {
    const m = useWords(words);
    const pair = usePair();
    if (subjects.length === 0)
        return (
            <EmptyState title={m.no_subjects} icon="people">
                {m.no_subjects_hint}
            </EmptyState>
        );
    return (
        <ul className="border-line border-t">
            {subjects.map((subject) => (
                <li
                    key={subject.id}
                    className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-b py-3"
                >
                    <div className="min-w-0 flex-1 basis-72">
                        <h3 className="text-std-16B-170">{pair(subject.name, subject.name_en)}</h3>
                        <Rich pieces={subject.about_pieces} headings={4} />
                        <SubjectFacts subject={subject} />
                    </div>
                    {may_ask && (
                        <LinkButton
                            to={"/desk/new" as "."}
                            search={{ subject: String(subject.id) } as never}
                            size="small"
                            aria-label={m.ask_about(pair(subject.name, subject.name_en))}
                        >
                            {m.ask}
                        </LinkButton>
                    )}
                </li>
            ))}
        </ul>
    );
}
