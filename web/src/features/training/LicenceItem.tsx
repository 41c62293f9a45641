import { Link } from "@tanstack/react-router";
import { useMay } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { AskButton } from "./AskButton.tsx";
import { HandBack } from "./HandBack.tsx";
import { words } from "./licence_words.ts";
import { freeOf, type Licence } from "./licences.ts";

export const request_tones = {
    waiting: "warn",
    given: "good",
    declined: "plain",
    withdrawn: "plain",
    taken_back: "plain",
} as const;

export function LicenceItem({ licence }: { licence: Licence }) {
    const m = useWords(words);
    const pair = usePair();
    const manages = useMay("training_manage");
    const { name, course, mine } = licence;
    return (
        <li className="border-line border-b py-4 first:border-t">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <span className="font-bold">{name}</span>
                {licence.over ? <Badge>{m.over}</Badge> : <Badge tone="info">{m.free(freeOf(licence), licence.seats)}</Badge>}
                {licence.waiting > 0 && <span className="text-quiet text-sm">{m.in_line(licence.waiting)}</span>}
                <span className="text-quiet text-sm">
                    <Day iso={licence.valid_from} />〜<Day iso={licence.last_day} />
                </span>
            </div>
            <p className="text-table">
                {m.eligible}: {pair(licence.eligible, licence.eligible_en) || m.everybody}
                {course && licence.course_name && (
                    <Link to="/training/courses/$code" params={{ code: course }} className="link ml-3">
                        {pair(licence.course_name, licence.course_name_en)}
                    </Link>
                )}
            </p>
            {licence.note && <p className="whitespace-pre-line text-quiet text-table">{licence.note}</p>}
            {licence.unfit.length > 0 && (
                <p className="text-quiet text-table">
                    {m.unfit}: {licence.unfit.map(({ text, text_en }) => pair(text, text_en)).join(" ")}
                </p>
            )}
            {mine && <Mine licence={licence} mine={mine} />}
            <div className="mt-2 flex flex-wrap gap-3">
                {licence.may_ask && <AskButton licence={licence} />}
                {manages && (
                    <LinkButton
                        to="/training/licences/$licence"
                        params={{ licence: String(licence.id) }}
                        look="secondary"
                        size="small"
                        aria-label={m.see_requests_of(name)}
                    >
                        {m.see_requests}
                    </LinkButton>
                )}
            </div>
        </li>
    );
}

function Mine({ licence, mine }: { licence: Licence; mine: NonNullable<Licence["mine"]> }) {
    const m = useWords(words);
    return (
        <div className="mt-1 flex flex-wrap items-center gap-3">
            {m.mine} <Badge tone={request_tones[mine.status]}>{m.status[mine.status]}</Badge>
            {mine.place > 0 && m.place(mine.place)}
            {mine.why && <span className="text-quiet">{mine.why}</span>}
            {mine.status === "given" && licence.url && (
                <a href={licence.url} className="link" target="_blank" rel="noopener noreferrer">
                    {m.open_service}
                </a>
            )}
            {(mine.status === "waiting" || mine.status === "given") && <HandBack licence={licence} mine={mine} />}
        </div>
    );
}
