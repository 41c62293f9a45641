import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Day } from "../../ui/Day.tsx";
import type { Due } from "./work.ts";
import { words } from "./work_words.ts";

interface Props {
    due: readonly Due[];
    /** Whose they are stands with them. */
    named?: boolean;
    onReport: (due: Due) => void;
}

/** What is over and still to be reported, by the day it is due. */
export function DueReports({ due, named, onReport }: Props) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <ul>
            {due.map((one) => {
                const title = pair(one.title, one.title_en);
                return (
                    <li
                        key={`${one.enrolment} ${one.work_training}`}
                        className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-2 first:border-t"
                    >
                        <span className="min-w-0 flex-1 basis-64">
                            {named && <span className="block">{one.name}</span>}
                            <strong>{title}</strong>
                            <span className="block text-quiet text-sm">
                                {m.ended} <Day iso={one.ended_on} />
                            </span>
                        </span>
                        <span>
                            {m.due} <Day iso={one.due} /> {one.overdue && <Badge tone="bad">{m.overdue}</Badge>}
                        </span>
                        <Button
                            size="small"
                            look={named ? "secondary" : "primary"}
                            aria-label={m.report_on(title)}
                            onPress={() => onReport(one)}
                        >
                            {named ? m.report_instead : m.report}
                        </Button>
                    </li>
                );
            })}
        </ul>
    );
}
