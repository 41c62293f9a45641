import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { classes } from "../../ui/classes.ts";
import { Day } from "../../ui/Day.tsx";
import type { NoticeLine } from "./notices.ts";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

/** One line of the list: whether it is read stands in words, the weight of the title repeats it. */
export function NoticeItem({ line }: { line: NoticeLine }) {
    const m = useWords(words);
    const t = useWords(terms);
    const unread = line.read_at == null && line.status === "published";
    return (
        <li className="border-line border-b py-3 first:border-t">
            <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
                {unread && <Badge tone="info">{m.unread}</Badge>}
                {line.important && <Badge tone="bad">{m.important}</Badge>}
                <Badge>{t.kind[line.kind]}</Badge>
                <span className="text-quiet text-sm">
                    <Day iso={line.from} />
                    {line.edited_at && ` · ${m.edited}`}
                    {line.files > 0 && ` · ${m.files(line.files)}`}
                </span>
            </p>
            <p className="mt-0.5">
                <Link
                    to="/notices/$notice"
                    params={{ notice: String(line.id) }}
                    className={classes("link", unread && "font-bold")}
                >
                    {line.title}
                </Link>
            </p>
            {line.lead && <p className="line-clamp-2 text-quiet text-sm">{line.lead}</p>}
        </li>
    );
}
