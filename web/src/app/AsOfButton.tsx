import { use, useState } from "react";
import { LanguageContext } from "../i18n/context.ts";
import { fiscalYearOf, isoOf, longDate, shortDate } from "../i18n/dates.ts";
import { useWords } from "../i18n/words.ts";
import { Button } from "../ui/Button.tsx";
import { DateField } from "../ui/DateField.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Popup } from "../ui/Popup.tsx";
import { useAsOf } from "./asOf.ts";
import { words } from "./words.ts";

export function AsOfButton() {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const { date } = useAsOf();
    return (
        <Popup
            face={
                <>
                    <Icon name="calendar" size={18} className="sm:hidden" />
                    <span className="max-sm:hidden">{m.as_of_now(shortDate(date, language))}</span>
                    <Icon name="down" size={16} className="max-sm:hidden" />
                </>
            }
            look="no-print tabular flex min-h-10 max-sm:min-w-10 max-sm:justify-center cursor-pointer items-center gap-1 rounded-8 px-2 text-table hover:bg-black/5"
            says={`${m.as_of_now(longDate(date, language))} ${m.as_of_change}`}
            title={m.as_of_date}
            className="w-80 max-w-[calc(100vw-2rem)]"
        >
            {(close) => <Chooser onDone={close} />}
        </Popup>
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
            <DateField plain label={m.as_of} value={chosen} onChange={setChosen} />
            <Button type="submit" look="primary" disabled={!chosen}>
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
