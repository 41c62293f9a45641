import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Period } from "../../ui/Day.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { toast } from "../../ui/toasts.ts";
import { TargetRows } from "../targets/TargetRows.tsx";
import { Categories } from "./Categories.tsx";
import { AddButton, EditButton } from "./EditButtons.tsx";
import { EditingContext, type Opened } from "./editing.ts";
import { ItemDialog } from "./ItemDialog.tsx";
import { ItemTable } from "./ItemTable.tsx";
import { MapTable } from "./MapTable.tsx";
import { member_words } from "./member_words.ts";
import { Problems } from "./Problems.tsx";
import { GlossaryContext, Terms } from "./Terms.tsx";
import type { Editable, Plan, TableName } from "./tables.ts";
import { isInForce } from "./versions.ts";
import { words } from "./words.ts";

type PlanDocument = Schema<"PlanDocument">;

interface Chapter {
    id: string;
    title: string;
    table?: Editable;
    content: ReactNode;
}

/** The plan from its first chapter to the colophon. A draft is edited where it is read. */
export function PlanView({ document }: { document: PlanDocument }) {
    const m = useWords(words);
    const { plan, version, to_confirm, problems } = document;
    // Those who keep the plan settle its doubts; everybody else reads them beside the item.
    const keeps = useMay("edit_plan");
    const may_edit = keeps && version.status === "draft";
    const [opened, setOpened] = useState<Opened | null>(null);
    const editing = may_edit ? { version: version.id, revision: version.revision, open: setOpened } : null;
    const chapters = useChapters(document);
    const cut_short = opened !== null && version.status !== "draft";
    useEffect(() => {
        if (!cut_short) return;
        setOpened(null);
        toast(m.closed_meanwhile);
    }, [cut_short, m]);
    return (
        <EditingContext value={editing}>
            <GlossaryContext value={plan.glossary}>
                <div className="no-print mb-6 grid grid-cols-1 gap-4">
                    {keeps && to_confirm.length > 0 && (
                        <Notice
                            tone="warn"
                            title={m.to_confirm(to_confirm.length)}
                            action={
                                <LinkButton to={"/plan/confirm" as "."} search={{ version: String(version.id) }} size="small">
                                    {m.see_confirm}
                                </LinkButton>
                            }
                        >
                            {m.to_confirm_lead}
                        </Notice>
                    )}
                    {problems.length > 0 && <Problems document={document} />}
                </div>
                <Contents chapters={chapters} />
                {chapters.map((chapter, index) => (
                    <section key={chapter.id} aria-labelledby={`${chapter.id}-title`} className="mb-12">
                        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
                            <h2 id={`${chapter.id}-title`} tabIndex={-1} className="text-std-20B-150">
                                {index + 1}. {chapter.title}
                            </h2>
                            {chapter.table && <AddButton table={chapter.table} />}
                        </div>
                        {chapter.content}
                    </section>
                ))}
                {editing && opened && (
                    <ItemDialog
                        key={JSON.stringify([opened.table, opened.item])}
                        plan={plan}
                        editing={editing}
                        opened={opened}
                        onClose={() => setOpened(null)}
                    />
                )}
            </GlossaryContext>
        </EditingContext>
    );
}

function Contents({ chapters }: { chapters: readonly Chapter[] }) {
    const m = useWords(words);
    return (
        <nav aria-label={m.contents} className="mb-8 rounded-8 bg-wash px-5 py-4 text-table">
            <ol className="columns-1 gap-8 sm:columns-2 desk:columns-3">
                {chapters.map(({ id, title }, index) => (
                    <li key={id} className="tabular py-0.5">
                        <a
                            href={`#${id}-title`}
                            className="link"
                            onClick={(event) => {
                                event.preventDefault();
                                const heading = window.document.getElementById(`${id}-title`);
                                heading?.scrollIntoView();
                                heading?.focus({ preventScroll: true });
                            }}
                        >
                            {index + 1}. {title}
                        </a>
                    </li>
                ))}
            </ol>
        </nav>
    );
}

function useChapters({ plan, rules, version }: PlanDocument): readonly Chapter[] {
    const m = useWords(words);
    const { tables } = useWords(member_words);
    const { date } = useAsOf();
    const actuals = useMay("see_targets");
    const table = (name: TableName): Chapter => ({
        id: name,
        title: tables[name] ?? name,
        table: name,
        content: <ItemTable plan={plan} table={name} />,
    });
    return [
        { id: "position", title: m.positioning, content: <Position plan={plan} /> },
        table("policies"),
        { ...table("statements"), title: m.definitions },
        table("wording"),
        table("axes"),
        { ...table("categories"), content: <Categories plan={plan} rules={rules} /> },
        table("roles"),
        table("ranks"),
        table("areas"),
        table("skills"),
        {
            ...table("requirements"),
            content: (
                <>
                    <p className="mb-3 flex flex-wrap items-center gap-x-4 text-quiet">
                        {m.map_lead}
                        <Link
                            to="/skills"
                            search={version.status === "draft" ? { draft: String(version.id) } : {}}
                            className="link no-print"
                        >
                            {m.open_map}
                        </Link>
                    </p>
                    <MapTable plan={plan} />
                </>
            ),
        },
        table("courses"),
        table("year_plan"),
        table("practice"),
        table("levels"),
        {
            ...table("targets"),
            content: actuals && isInForce(version, date) ? <TargetRows /> : <ItemTable plan={plan} table="targets" />,
        },
        table("measures"),
        table("issues"),
        table("baselines"),
        table("guideline"),
        table("glossary"),
        { id: "colophon", title: m.colophon, content: <Colophon plan={plan} /> },
    ].filter(({ table: name }) => !name || version.status === "draft" || plan[name as TableName].length > 0);
}

function Position({ plan }: { plan: Plan }) {
    const m = useWords(words);
    const n = useWords(member_words);
    const { document, population } = plan;
    return (
        <>
            <DefinitionList
                items={[
                    [m.purpose, document.purpose && <Terms key="p">{document.purpose}</Terms>],
                    [
                        m.period,
                        <span key="d" className="whitespace-pre-line">
                            {document.in_force_from && <Period from={document.in_force_from} until={document.in_force_until} />}
                            {document.period_text && <span className="block">{document.period_text}</span>}
                        </span>,
                    ],
                    [
                        m.revising,
                        document.review_text && (
                            <span key="r" className="whitespace-pre-line">
                                {document.review_text}
                            </span>
                        ),
                    ],
                    [n.members.version ?? "", document.version],
                    [n.members.supersedes ?? "", document.supersedes],
                    [m.owners, document.owners.join("、")],
                    [m.clause, document.clause],
                ]}
            />
            <EditButton table="document" item={document} name={document.title} />
            <h3 className="mt-6 mb-1 font-bold">{m.population}</h3>
            <DefinitionList
                items={[
                    [m.rule, <code key="rule">{population.rule}</code>],
                    [m.reason, population.text],
                    [m.remarks, population.note],
                    [m.clause, population.clause],
                ]}
            />
            <EditButton table="population" item={population} name={m.population} />
        </>
    );
}

function Colophon({ plan }: { plan: Plan }) {
    const m = useWords(words);
    const { document, municipality } = plan;
    const { publisher, published, address, tel, fax, email, url } = document.colophon;
    return (
        <div className="keep-together border border-ink px-5 py-4">
            <p className="font-bold">{document.title}</p>
            <p>{[document.version, published].filter(Boolean).join(" ")}</p>
            <p className="mt-2">{publisher || municipality.name}</p>
            <p>{address}</p>
            <p>{[tel && `TEL ${tel}`, fax && `FAX ${fax}`, email].filter(Boolean).join("　")}</p>
            <p>{url}</p>
            <p className="mt-2 text-quiet text-sm">
                {m.clause}: {document.clause}
            </p>
        </div>
    );
}
