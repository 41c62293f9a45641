import { Link } from "@tanstack/react-router";
import { use, useState } from "react";
import { api } from "../../api/client.ts";
import { useMay } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { longDate } from "../../i18n/dates.ts";
import { number } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { Moment } from "../../ui/Day.tsx";
import { Section } from "../../ui/Section.tsx";
import { FreezeDialog } from "./FreezeDialog.tsx";
import { words } from "./words.ts";

/** The days whose figures were frozen, the latest first. */
export function Snapshots() {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const freezes = useMay("level_certify");
    const [open, setOpen] = useState(false);
    const query = api.useQuery("get", "/targets/snapshots", {});
    return (
        <Section
            title={m.snapshots}
            lead={m.snapshots_lead}
            action={
                freezes && (
                    <Button size="small" onPress={() => setOpen(true)}>
                        {m.take}
                    </Button>
                )
            }
        >
            <Ask query={query} lines={2} small>
                {({ snapshots }) =>
                    snapshots.length === 0 ? (
                        <p className="text-quiet">{m.snapshots_none}</p>
                    ) : (
                        <ul className="grid max-w-3xl gap-3">
                            {snapshots.map((one) => (
                                <li key={one.id} className="keep-together border-line border-b pb-3">
                                    <p className="flex flex-wrap items-baseline gap-x-4">
                                        <Link to={`/targets/snapshots/${one.id}` as "."} className="link font-bold">
                                            {m.snapshot_title(longDate(one.counted_on, language))}
                                        </Link>
                                        <span className="text-quiet text-sm">
                                            {m.taken_at} <Moment at={one.taken_at} /> {one.taken_by}
                                        </span>
                                    </p>
                                    <p className="tabular flex flex-wrap gap-x-6 text-table">
                                        {one.figures.map((figure) => (
                                            <span key={figure.level}>
                                                {pair(figure.level_name, figure.level_name_en)}{" "}
                                                <strong>{number(figure.reached)}</strong> / {number(figure.target)}
                                                {m.people}
                                            </span>
                                        ))}
                                    </p>
                                </li>
                            ))}
                        </ul>
                    )
                }
            </Ask>
            {open && <FreezeDialog onClose={() => setOpen(false)} />}
        </Section>
    );
}
