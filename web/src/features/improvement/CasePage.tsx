import { Link, useParams } from "@tanstack/react-router";
import { use } from "react";
import { api } from "../../api/client.ts";
import { useMe } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { Trail } from "../trail/Trail.tsx";
import { CaseMoves } from "./CaseMoves.tsx";
import { CaseView } from "./CaseView.tsx";
import { type Case, status_tones } from "./cases.ts";
import { DecideCase } from "./DecideCase.tsx";
import { StageLine } from "./StageLine.tsx";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

/** One case: the story, and what the reader may do with it. */
export function CasePage() {
    const { case: id } = useParams({ strict: false });
    const query = api.useQuery("get", "/cases/{case}", { params: { path: { case: Number(id) } } });
    return (
        <>
            <HirobaTabs />
            <Ask query={query} lines={12}>
                {(shown) => <Found shown={shown} />}
            </Ask>
        </>
    );
}

function Found({ shown }: { shown: Case }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const { municipality } = useMe();
    return (
        <div data-print="alone" className="print:[&>header]:mb-2 print:[&_h1]:text-[15pt]">
            <p className="print-only text-right text-[8pt]">{pair(municipality.name, municipality.name_en)}</p>
            <PageHead
                title={shown.title}
                path={[{ label: m.title, to: "/improvement" }]}
                aside={<Badge tone={status_tones[shown.status]}>{t.status[shown.status]}</Badge>}
                action={<Actions shown={shown} />}
            >
                <Lead shown={shown} />
            </PageHead>
            <div className="no-print mb-6 grid max-w-4xl grid-cols-1 gap-4">
                <StageLine stage={shown.stage} />
                <State shown={shown} />
            </div>
            <CaseView shown={shown} />
            <div className="no-print mt-8 max-w-4xl">
                <Trail kind="improvement_case" id={shown.id} />
            </div>
        </div>
    );
}

function Lead({ shown }: { shown: Case }) {
    const m = useWords(words);
    const t = useWords(terms);
    const { language } = use(LanguageContext);
    return (
        <>
            {shown.summary && <p className="text-ink">{shown.summary}</p>}
            <p className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 text-sm">
                <Link to="/units/$unit" params={{ unit: String(shown.unit) }} className="link">
                    <Phrases>{shown.unit_name}</Phrases>
                </Link>
                <span>{fiscalYear(shown.fiscal_year, language)}</span>
                {shown.theme_title && (
                    <span>
                        {m.year_theme}: {shown.theme_title}
                    </span>
                )}
                {shown.axes.map((axis) => (
                    <Badge key={axis}>{t.axis[axis]}</Badge>
                ))}
                {shown.status === "confirmed" && shown.decided_by && <span>{m.confirmed_by(shown.decided_by)}</span>}
            </p>
        </>
    );
}

function Actions({ shown }: { shown: Case }) {
    const m = useWords(words);
    return (
        <>
            <Button icon="print" look="quiet" onPress={() => window.print()}>
                {m.print}
            </Button>
            {shown.may_edit && (
                <LinkButton to="/improvement/$case/edit" params={{ case: String(shown.id) }}>
                    {m.change}
                </LinkButton>
            )}
            {shown.may_adopt && (
                <LinkButton look="primary" to="/improvement/new" search={{ case: String(shown.id) } as never}>
                    {m.adopt}
                </LinkButton>
            )}
        </>
    );
}

const late = (stage: Case["stage"]) => stage === "effect" || stage === "spread";

/** Where it stands with the team and the head, and what each of them can do next. */
function State({ shown }: { shown: Case }) {
    const m = useWords(words);
    const moves = <CaseMoves shown={shown} />;
    if (shown.status === "returned")
        return (
            <Notice tone="warn" title={m.returned_lead(shown.decided_by)} action={moves}>
                <p className="whitespace-pre-line">{shown.decided_why}</p>
            </Notice>
        );
    if (shown.status === "draft")
        return (
            <Notice title={m.draft_lead} action={moves}>
                {m.submit_hint}
            </Notice>
        );
    if (shown.may_confirm) return <DecideCase shown={shown} />;
    return (
        <>
            {shown.status === "submitted" && (
                <p className="text-quiet text-sm">{late(shown.stage) ? m.waits_for_head : m.not_yet_effect}</p>
            )}
            {shown.decided_why && <p className="text-sm">{`${shown.decided_by || m.confirm_word}: ${shown.decided_why}`}</p>}
            <div className="flex flex-wrap gap-3 empty:hidden">
                {moves}
                {shown.may_return && <DecideCase shown={shown} small />}
            </div>
        </>
    );
}
