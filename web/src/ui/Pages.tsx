import { useWords } from "../i18n/words.ts";
import { Button } from "./Button.tsx";
import { words } from "./words.ts";

interface Props {
    label: string;
    page: number;
    size: number;
    total: number;
    /** Which of how many are shown, as a sentence. */
    said: (from: number, until: number, total: number) => string;
    onPage: (page: number) => void;
}

/** Turns the pages of a list that one answer does not hold; nothing when it does. */
export function Pages({ label, page, size, total, said, onPage }: Props) {
    const m = useWords(words);
    if (total <= size) return null;
    const before = (page - 1) * size;
    const until = Math.min(before + size, total);
    return (
        <nav aria-label={label} className="no-print mt-4 flex flex-wrap items-center gap-3">
            <p role="status">{said(before + 1, until, total)}</p>
            {page > 1 && (
                <Button size="small" icon="left" onPress={() => onPage(page - 1)}>
                    {m.page_before}
                </Button>
            )}
            {until < total && (
                <Button size="small" icon="right" onPress={() => onPage(page + 1)}>
                    {m.page_after}
                </Button>
            )}
        </nav>
    );
}
