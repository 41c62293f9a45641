import { use, useState } from "react";
import { Dialog, DialogTrigger, Heading, Popover, Button as Pressable } from "react-aria-components";
import { LanguageContext } from "../i18n/context.ts";
import { fiscalYearOf, isoOf, longDate, shortDate } from "../i18n/dates.ts";
import { useWords } from "../i18n/words.ts";
import { Button } from "../ui/Button.tsx";
import { DateField } from "../ui/DateField.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useAsOf } from "./asOf.ts";
import { words } from "./words.ts";

export function AsOfButton() {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const { date } = useAsOf();
    const [open, setOpen] = useState(false);
    return (
        <DialogTrigger isOpen={open} onOpenChange={setOpen}>
            <Pressable
                aria-label={`${m.as_of_now(longDate(date, language))} ${m.as_of_change}`}
                className="no-print tabular flex min-h-10 max-sm:min-w-10 max-sm:justify-center cursor-pointer items-center gap-1 rounded-8 px-2 text-table hover:bg-black/5"
            >
                <Icon name="calendar" size={18} className="sm:hidden" />
                <span className="max-sm:hidden">{m.as_of_now(shortDate(date, language))}</span>
                <Icon name="down" size={16} className="max-sm:hidden" />
            </Pressable>
            <Popover
                placement="bottom end"
                className="w-80 max-w-[calc(100vw-2rem)] rounded-12 border border-line bg-paper p-5 shadow-2"
            >
                <Dialog className="outline-none">
                    <Chooser onDone={() => setOpen(false)} />
                </Dialog>
            </Popover>
        </DialogTrigger>
    );
}

function Chooser({ onDone }: { onDone: () => void }) {
    const m = useWords(words);
    const { date, today, setOn } = useAsOf();
    const [chosen, setChosen] = useState(date);
    const year = fiscalYearOf(date);
    const show = (on: string) => {
        setOn(on);
        onDone();
    };
    const quick = [
        { label: m.as_of_today, on: today },
        { label: m.as_of_year_begin, on: isoOf(year, 4, 1) },
        { label: m.as_of_year_end, on: isoOf(year + 1, 3, 31) },
    ];
    return (
        <form
            className="grid gap-3"
            onSubmit={(event) => {
                event.preventDefault();
                if (chosen) show(chosen);
            }}
        >
            <Heading slot="title" level={2} className="font-bold">
                {m.as_of_date}
            </Heading>
            <DateField plain label={m.as_of} value={chosen} onChange={setChosen} />
            <Button type="submit" look="primary" isDisabled={!chosen}>
                {m.as_of_show}
            </Button>
            <div className="grid justify-items-start border-line border-t pt-2">
                {quick.map(({ label, on }) => (
                    <Button key={label} look="quiet" size="small" onPress={() => show(on)}>
                        {label}
                    </Button>
                ))}
            </div>
        </form>
    );
}
