import { useState } from "react";
import type { Schema } from "../../api/types.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { ReviewDialog } from "./ReviewDialog.tsx";
import { words } from "./year_words.ts";

export const review_tones = { keep: "good", change: "warn", stop: "bad" } as const;

interface Props {
    course: string;
    name: string;
    year: number;
    review: Schema<"Review"> | null;
}

/** What the year's end says of the course; the office writes it here. Its words stand in the dialog and on paper. */
export function ReviewCell({ course, name, year, review }: Props) {
    const m = useWords(words);
    const manages = useMay("training_manage");
    const [open, setOpen] = useState(false);
    return (
        <>
            <span className="flex items-center justify-between gap-2 print:inline print:[&>span]:border-0 print:[&>span]:p-0 print:[&>span]:text-[8pt]">
                {review && <Badge tone={review_tones[review.judgement]}>{m.judgement[review.judgement]}</Badge>}
                {manages && (
                    <span className="print:hidden">
                        <Button look="quiet" size="small" aria-label={m.review_of(name)} onPress={() => setOpen(true)}>
                            {review ? m.review_edit : m.add_review}
                        </Button>
                    </span>
                )}
            </span>
            {review?.change && (
                <span className={`${manages ? "hidden" : "line-clamp-2"} whitespace-pre-line print:ml-1 print:inline`}>
                    {review.change}
                </span>
            )}
            {open && <ReviewDialog course={course} name={name} year={year} review={review} onClose={() => setOpen(false)} />}
        </>
    );
}
