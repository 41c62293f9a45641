import { use, useEffect, useId, useRef, useState } from "react";
import { LanguageContext } from "../i18n/context.ts";
import { localToday, longDate, monthName, weekdayNames } from "../i18n/dates.ts";
import { useWords } from "../i18n/words.ts";
import { Button } from "./Button.tsx";
import { classes } from "./classes.ts";
import { IconButton } from "./IconButton.tsx";
import { addMonths, movedBy, weeksOf } from "./month.ts";
import { words } from "./words.ts";

interface Props {
    /** ISO text, or empty. */
    value: string;
    onChoose: (iso: string) => void;
    min: string | undefined;
    max: string | undefined;
}

/** A month to choose a day from, named by both its years: 「2026年（令和8年）11月」. */
export function Calendar({ value, onChoose, min, max }: Props) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const title = useId();
    const today = localToday();
    const [at, setAt] = useState(value || today);
    const inside = (iso: string) => !((min && iso < min) || (max && iso > max));
    return (
        <div>
            <div className="mb-2 flex items-center justify-between gap-2">
                <IconButton icon="left" label={m.month_before} onPress={() => setAt(addMonths(at, -1))} />
                <strong id={title} aria-live="polite" className="tabular">
                    {monthName(at, language)}
                </strong>
                <IconButton icon="right" label={m.month_after} onPress={() => setAt(addMonths(at, 1))} />
            </div>
            <Sheet title={title} at={at} value={value} today={today} inside={inside} onMove={setAt} onChoose={onChoose} />
            {inside(today) && (
                <Button look="quiet" size="small" className="mt-2" onPress={() => onChoose(today)}>
                    {m.today}
                </Button>
            )}
        </div>
    );
}

interface SheetProps {
    title: string;
    /** The day the keys stand on. */
    at: string;
    value: string;
    today: string;
    inside: (iso: string) => boolean;
    onMove: (iso: string) => void;
    onChoose: (iso: string) => void;
}

function Sheet({ title, at, value, today, inside, onMove, onChoose }: SheetProps) {
    const { language } = use(LanguageContext);
    const sheet = useRef<HTMLTableElement>(null);
    const by_key = useRef(true);
    // The focus goes along with the keys, and into the sheet when it opens; not when a button turned the month.
    // biome-ignore lint/correctness/useExhaustiveDependencies: only another day moves the focus
    useEffect(() => {
        if (by_key.current) sheet.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
        by_key.current = false;
    }, [at]);
    return (
        <table ref={sheet} aria-labelledby={title} className="tabular text-center text-table">
            <thead>
                <tr>
                    {weekdayNames(language).map((name) => (
                        <th key={name} scope="col" className="size-10 font-normal text-quiet">
                            {name}
                        </th>
                    ))}
                </tr>
            </thead>
            <tbody
                onKeyDown={(event) => {
                    const to = movedBy(event.key, event.shiftKey, at);
                    if (!to) return;
                    event.preventDefault();
                    by_key.current = true;
                    onMove(to);
                }}
            >
                {weeksOf(at).map((week) => (
                    <tr key={week.find(Boolean)}>
                        {week.map((iso, weekday) => (
                            // biome-ignore lint/suspicious/noArrayIndexKey: the places of a week are its days
                            <td key={weekday} className="p-0">
                                {iso && (
                                    <button
                                        type="button"
                                        tabIndex={iso === at ? 0 : -1}
                                        disabled={!inside(iso)}
                                        aria-pressed={iso === value}
                                        aria-label={longDate(iso, language)}
                                        aria-current={iso === today ? "date" : undefined}
                                        onClick={() => onChoose(iso)}
                                        className={classes(
                                            "size-10 cursor-pointer rounded-full hover:bg-primary-wash disabled:cursor-default disabled:text-solid-gray-420 disabled:hover:bg-transparent",
                                            iso === value && "bg-primary font-bold text-paper hover:bg-primary",
                                            iso === today && iso !== value && "border border-primary font-bold",
                                        )}
                                    >
                                        {Number(iso.slice(8))}
                                    </button>
                                )}
                            </td>
                        ))}
                    </tr>
                ))}
            </tbody>
        </table>
    );
}
