import { Link, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { api, queries, server } from "../../api/client.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Attached } from "../../ui/Attached.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { classes } from "../../ui/classes.ts";
import { Day } from "../../ui/Day.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Notice as Box } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Rich } from "../../ui/Rich.tsx";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { NoticeMoves } from "./NoticeMoves.tsx";
import { type Notice, status_tones } from "./notices.ts";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

/** One notice. To have opened it is to have read it. */
export function NoticePage() {
    const { notice: id } = useParams({ strict: false });
    const query = api.useQuery("get", "/notices/{id}", { params: { path: { id: Number(id) } } });
    return (
        <>
            <HirobaTabs />
            <Ask query={query} lines={8}>
                {(notice) => <Found key={notice.line.id} notice={notice} />}
            </Ask>
        </>
    );
}

/** Said once; the lists know of it when they are looked at next. */
function useReading({ line }: Notice) {
    const unread = line.status === "published" && line.read_at == null;
    useEffect(() => {
        if (!unread) return;
        server
            .POST("/notices/{id}/reading", { params: { path: { id: line.id } } })
            .then(() =>
                queries.invalidateQueries({
                    predicate: ({ queryKey }) => queryKey[1] === "/notices" || queryKey[1] === "/home",
                    refetchType: "none",
                }),
            )
            .catch(() => {});
    }, [line.id, unread]);
}

function Found({ notice }: { notice: Notice }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const { line } = notice;
    useReading(notice);
    return (
        <article className="max-w-3xl">
            <PageHead
                title={line.title}
                path={[{ label: m.all_notices, to: "/notices" }]}
                action={
                    <>
                        {notice.may_see_readers && line.status === "published" && (
                            <LinkButton look="quiet" to="/notices/$notice/readers" params={{ notice: String(line.id) }}>
                                {m.readers}
                            </LinkButton>
                        )}
                        {notice.may_edit && line.status !== "taken_back" && (
                            <LinkButton to="/notices/$notice/edit" params={{ notice: String(line.id) }}>
                                {m.change}
                            </LinkButton>
                        )}
                    </>
                }
            >
                <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
                    {line.important && <Badge tone="bad">{m.important}</Badge>}
                    <Badge>{t.kind[line.kind]}</Badge>
                    {notice.may_edit && <Badge tone={status_tones[line.status]}>{t.status[line.status]}</Badge>}
                    <Day iso={line.from} />
                    {line.edited_at && (
                        <span>
                            {m.edited} <Day iso={line.edited_at.slice(0, 10)} />
                        </span>
                    )}
                    {notice.by && <span>{m.published_by(notice.by)}</span>}
                </p>
            </PageHead>
            {notice.may_edit && (
                <div className="no-print mb-6">
                    <State notice={notice} audience={pair(notice.audience_text, notice.audience_text_en) || t.everybody} />
                </div>
            )}
            <Rich pieces={notice.pieces} />
            {line.link && <More link={line.link} />}
            <Attached files={notice.attached} text_has={(id) => notice.pieces.some(({ href }) => href === `attachment:${id}`)} />
        </article>
    );
}

function More({ link }: { link: string }) {
    const m = useWords(words);
    return (
        <p className={classes("mt-4", link.startsWith("/") && "no-print")}>
            {link.startsWith("/") ? (
                <Link to={link as "."} className="link">
                    {m.link}
                </Link>
            ) : (
                <a href={link} rel="noreferrer" className="link break-all">
                    {m.link} ({new URL(link).host})
                </a>
            )}
        </p>
    );
}

function State({ notice, audience }: { notice: Notice; audience: string }) {
    const m = useWords(words);
    const moves = <NoticeMoves notice={notice} audience={audience} />;
    if (notice.line.status === "taken_back")
        return (
            <Box tone="warn" title={m.taken_back}>
                {notice.taken_back_why}
            </Box>
        );
    if (notice.line.status === "draft")
        return (
            <Box title={m.draft} action={moves}>
                {m.audience}: {audience}
            </Box>
        );
    return (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
            <span>
                {m.audience}: {audience}
            </span>
            {moves}
        </p>
    );
}
