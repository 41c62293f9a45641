import { Link, useParams } from "@tanstack/react-router";
import { use } from "react";
import { api, downloadUrl } from "../../api/client.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { longDate } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { buttonLook } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Rich } from "../../ui/Rich.tsx";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { Trail } from "../trail/Trail.tsx";
import { IssueEditor } from "./IssueEditor.tsx";
import { chaptersOf, type Newsletter } from "./issue.ts";
import { words } from "./news_words.ts";
import { terms } from "./terms.ts";

/** One issue: to read, or in the editor's hands while it is a draft. */
export function IssuePage() {
    const { issue } = useParams({ strict: false });
    const query = api.useQuery("get", "/newsletters/{id}", { params: { path: { id: Number(issue) } } });
    return (
        <>
            <HirobaTabs />
            <Ask query={query} lines={12}>
                {(found) =>
                    found.line.status === "draft" && found.may_edit ? (
                        <IssueEditor key={found.line.id} issue={found} />
                    ) : (
                        <Reading issue={found} />
                    )
                }
            </Ask>
        </>
    );
}

function Reading({ issue }: { issue: Newsletter }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const { line } = issue;
    const name = line.number == null ? line.title : m.heading(line.number, line.title);
    return (
        <article data-print="alone" className="max-w-3xl print:max-w-none print:text-[9.5pt] print:leading-snug">
            <PageHead
                title={name}
                path={[{ label: m.title, to: "/newsletters" }]}
                action={
                    <a
                        href={downloadUrl(`/newsletters/${line.id}/pdf`)}
                        aria-label={m.pdf_of(name)}
                        className={buttonLook("secondary")}
                    >
                        <Icon name="download" />
                        {m.pdf}
                    </a>
                }
            >
                {line.issued_on && m.issued(longDate(line.issued_on, language))} · {issue.colophon.municipality}{" "}
                {issue.colophon.publisher}
            </PageHead>
            <div className="mb-8 border-primary border-l-4 pl-4 print:mb-3">
                <Rich pieces={issue.opening_pieces} />
            </div>
            <Chapters issue={issue} />
            {issue.closing_pieces.length > 0 && (
                <div className="mt-8 print:mt-3">
                    <Rich pieces={issue.closing_pieces} />
                </div>
            )}
            <Colophon issue={issue} />
            <Neighbours issue={issue} />
            <div className="no-print mt-8">
                <Trail kind="newsletter" id={line.id} />
            </div>
        </article>
    );
}

function Chapters({ issue }: { issue: Newsletter }) {
    const t = useWords(terms);
    return chaptersOf(issue.items, ({ item }) => item.kind).map(({ kind, items }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a published issue never changes
        <section key={index} className="mb-8 print:mb-2">
            {kind !== "text" && (
                <h2 className="mb-3 border-line-strong border-b pb-1 text-std-20B-150 print:mb-1.5 print:text-[11pt]">
                    {t.news[kind]}
                </h2>
            )}
            {kind === "figure" ? (
                <Figures items={items} />
            ) : (
                items.map((shown) => <Item key={`${shown.item.id} ${shown.item.title}`} shown={shown} />)
            )}
        </section>
    ));
}

type Shown = Newsletter["items"][number];

function Figures({ items }: { items: readonly Shown[] }) {
    return (
        <dl className="flex flex-wrap gap-x-10 gap-y-3">
            {items.map(({ item, pieces }) => (
                <div key={item.title} className="keep-together">
                    <dt className="text-quiet text-sm">{item.title}</dt>
                    <dd className="tabular text-std-24B-150 print:text-[14pt]">{item.figure}</dd>
                    {pieces.length > 0 && (
                        <dd className="text-sm">
                            <Rich pieces={pieces} />
                        </dd>
                    )}
                </div>
            ))}
        </dl>
    );
}

function Item({ shown: { item, pieces } }: { shown: Shown }) {
    const m = useWords(words);
    return (
        <section className="keep-together mb-5 print:mb-1.5">
            {item.title && <h3 className="text-std-18B-160 print:text-[10pt]">{item.title}</h3>}
            {item.figure && <p className="tabular font-bold">{item.figure}</p>}
            <Rich pieces={pieces} />
            {item.url && (
                <p className="no-print mt-1 text-sm">
                    <More url={item.url} title={item.title}>
                        {m.read_more}
                    </More>
                </p>
            )}
        </section>
    );
}

function More({ url, title, children }: { url: string; title: string; children: string }) {
    const says = `${children}: ${title}`;
    if (url.startsWith("/"))
        return (
            <Link to={url as "."} aria-label={says} className="link">
                {children}
            </Link>
        );
    return (
        <a href={url} rel="noreferrer" aria-label={says} className="link">
            {children}
        </a>
    );
}

function Colophon({ issue: { colophon } }: { issue: Newsletter }) {
    const m = useWords(words);
    const lines = [
        colophon.address,
        colophon.tel && `${m.tel} ${colophon.tel}`,
        colophon.fax && `FAX ${colophon.fax}`,
        colophon.email,
    ];
    return (
        <footer className="mt-10 border-line border-t pt-3 text-quiet text-sm print:mt-3">
            <p>
                {m.publisher}: {colophon.municipality} {colophon.publisher}
            </p>
            <p>{lines.filter(Boolean).join(" · ")}</p>
        </footer>
    );
}

function Neighbours({ issue: { before, after } }: { issue: Newsletter }) {
    const m = useWords(words);
    const link = (id: number | null | undefined, text: string) =>
        id != null && (
            <Link to="/newsletters/$issue" params={{ issue: String(id) }} className="link">
                {text}
            </Link>
        );
    return (
        <nav aria-label={m.archive} className="mt-6 flex justify-between">
            <span>{link(before, m.before)}</span>
            <span>{link(after, m.after)}</span>
        </nav>
    );
}
