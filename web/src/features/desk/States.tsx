import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import { dueTone, goesOn, type Line, loadOf } from "./desk.ts";
import { terms } from "./terms.ts";

/** Where a consultation stands: its stage while it goes on, how it ended once it does not. */
export function Stands({ line }: { line: Pick<Line, "status" | "stage"> }) {
    const t = useWords(terms);
    if (goesOn(line)) return <Badge tone="info">{t.stage[line.stage]}</Badge>;
    return <Badge tone={line.status === "finished" ? "good" : "plain"}>{t.status[line.status]}</Badge>;
}

/** The day something is due and how many working days that is; nobody is late while the asker is waited for. */
export function DueDay({ line, day = true }: { line: Pick<Line, "status" | "due_on" | "working_days_left">; day?: boolean }) {
    const t = useWords(terms);
    const { due_on, working_days_left: left } = line;
    if (!due_on || left === null || !goesOn(line)) return null;
    const waits = line.status === "waiting_for_asker";
    const says = left > 0 ? t.days_left(left) : left === 0 ? t.due_today : t.days_over(-left);
    return (
        <span className="inline-flex flex-wrap items-baseline gap-x-2">
            {day && <Day iso={due_on} />}
            <Badge tone={waits ? "plain" : dueTone(left)}>{says}</Badge>
        </span>
    );
}

/** How busy somebody is, in a word and a figure. */
export function Load({ open }: { open: number }) {
    const t = useWords(terms);
    const load = loadOf(open);
    const tone = load === "busy" ? "warn" : load === "free" ? "good" : "plain";
    return (
        <span className="inline-flex flex-wrap items-baseline gap-x-2">
            <Badge tone={tone}>{t.load[load]}</Badge>
            <span className="tabular text-quiet text-sm">{t.open(open)}</span>
        </span>
    );
}

export function Spent({ minutes }: { minutes: number }) {
    const t = useWords(terms);
    return <span className="tabular">{t.time(Math.floor(minutes / 60), minutes % 60)}</span>;
}

/** Who is in charge; in words when nobody is, or when whoever was is not there. */
export function Owner({ line }: { line: Pick<Line, "owner" | "owner_presence"> }) {
    const t = useWords(terms);
    if (!line.owner) return <Badge tone="bad">{t.no_owner}</Badge>;
    return (
        <span className="inline-flex flex-wrap items-baseline gap-x-2">
            {line.owner.name}
            {line.owner_presence !== "here" && (
                <Badge tone={line.owner_presence === "on_leave" ? "warn" : "bad"}>{t.presence[line.owner_presence]}</Badge>
            )}
        </span>
    );
}
