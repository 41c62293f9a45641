import { Link } from "@tanstack/react-router";
import { use } from "react";
import { LanguageContext } from "../i18n/context.ts";
import { longDate } from "../i18n/dates.ts";
import { usePair, useWords } from "../i18n/words.ts";
import { Button } from "../ui/Button.tsx";
import { classes } from "../ui/classes.ts";
import { Icon } from "../ui/Icon.tsx";
import { AsOfButton } from "./AsOfButton.tsx";
import { useAsOf } from "./asOf.ts";
import { FiscalYearSelect } from "./FiscalYearSelect.tsx";
import { useMe } from "./session.ts";
import { UserMenu } from "./UserMenu.tsx";
import { words } from "./words.ts";

interface Props {
    onSearch: () => void;
    onShortcuts: () => void;
}

export function Header({ onSearch, onShortcuts }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const me = useMe();
    const { language } = use(LanguageContext);
    const { date, past, future, setOn } = useAsOf();
    const elsewhen = past || future;
    return (
        <header className={classes("border-line border-b print:border-0", elsewhen && "border-yellow-900 bg-yellow-100")}>
            <div className="flex min-h-14 items-center sm:flex-wrap gap-x-0 gap-y-1 px-4 py-1.5 sm:gap-x-2 desk:px-6">
                <Link to="/" className="mr-auto min-w-0 text-ink no-underline hover:underline">
                    <strong className="inline-block text-[1.125rem] leading-tight">
                        {pair(me.municipality.name, me.municipality.name_en)}
                    </strong>
                    <span className="ml-3 hidden text-table lg:inline">{pair(me.plan_title, me.plan_title_en)}</span>
                </Link>
                <button
                    type="button"
                    onClick={onSearch}
                    className="no-print flex min-h-10 cursor-pointer items-center gap-2 rounded-8 border border-line-strong bg-paper px-2.5 text-table hover:bg-solid-gray-50 sm:px-3"
                >
                    <Icon name="search" size={18} />
                    <span className="max-sm:sr-only">{m.search}</span>
                    <kbd className="ml-3 hidden rounded-4 border border-line px-1 font-sans text-quiet text-xs desk:inline">
                        Ctrl+K
                    </kbd>
                </button>
                <FiscalYearSelect />
                <AsOfButton />
                <UserMenu onShortcuts={onShortcuts} />
                <p className="print-only text-sm">{m.print_made(longDate(date, language))}</p>
            </div>
            {elsewhen && (
                <div
                    className="flex flex-wrap items-center gap-x-4 gap-y-1 border-yellow-900 border-t px-4 py-1 text-table desk:px-6"
                    role="status"
                >
                    <span>
                        <Icon name="clock" size={18} className="mr-2 -mt-1" />
                        <strong>{past ? m.past_shown : m.future_shown}</strong>{" "}
                        <span className="ml-2 whitespace-nowrap">{longDate(date, language)}</span>
                    </span>
                    <Button look="secondary" size="small" onPress={() => setOn(undefined)} className="no-print">
                        {m.back_to_today}
                    </Button>
                </div>
            )}
        </header>
    );
}
