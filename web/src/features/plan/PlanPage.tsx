import { useParams } from "@tanstack/react-router";
import { use } from "react";
import { api, downloadUrl } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useMay } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { longDate } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button, buttonLook } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { PlanView } from "./PlanView.tsx";
import { ReplaceButton } from "./ReplaceButton.tsx";
import { isInForce } from "./versions.ts";
import { words } from "./words.ts";

type PlanDocument = Schema<"PlanDocument">;

/** The plan in force on the day. */
export function PlanPage() {
    const { on } = useAsOf();
    const query = api.useQuery("get", "/plan", { params: { query: { on } } });
    return (
        <Ask query={query} lines={12}>
            {(document) => <Plan document={document} />}
        </Ask>
    );
}

/** Any version, a draft among them. */
export function VersionPage() {
    const { version } = useParams({ strict: false }) as { version: string };
    const query = api.useQuery("get", "/plan/versions/{version}", { params: { path: { version: Number(version) } } });
    return (
        <Ask query={query} lines={12}>
            {(document) => <Plan document={document} />}
        </Ask>
    );
}

function Plan({ document }: { document: PlanDocument }) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const { version, plan } = document;
    const draft = version.status === "draft";
    const may_edit = useMay("edit_plan");
    const { date, today } = useAsOf();
    const in_force = isInForce(version, date);
    const actuals = useMay("see_targets");
    const future = version.status === "in_force" && version.in_force_from !== null && version.in_force_from > today;
    const from = version.in_force_from ? longDate(version.in_force_from, language) : "";
    const lead = draft ? m.draft_lead : in_force ? m.lead(from, actuals) : future ? m.future_lead(from) : m.past_lead;
    const path = in_force
        ? undefined
        : [
              { label: m.plan, to: "/plan" },
              { label: m.versions, to: "/plan/versions" },
          ];
    return (
        <>
            <PageHead
                path={path}
                title={draft ? version.title : pair(plan.document.title, plan.document.title_en)}
                aside={<Badge tone={draft ? "warn" : "info"}>{future ? m.future : m.status[version.status]}</Badge>}
                action={
                    draft && may_edit ? (
                        <LinkButton look="primary" to={`/plan/versions/${version.id}/review` as "."}>
                            {m.review}
                        </LinkButton>
                    ) : (
                        <LinkButton to={"/plan/versions" as "."}>{m.versions}</LinkButton>
                    )
                }
            >
                {lead}
            </PageHead>
            <div className="no-print mb-4 flex flex-wrap gap-1">
                <a href={downloadUrl(`/plan/versions/${version.id}/xlsx`)} download className={buttonLook("quiet", "small")}>
                    <Icon name="download" size={18} />
                    {m.export_xlsx}
                </a>
                <a href={downloadUrl(`/plan/versions/${version.id}/yaml`)} download className={buttonLook("quiet", "small")}>
                    <Icon name="download" size={18} />
                    {m.export_yaml}
                </a>
                {draft && may_edit && <ReplaceButton version={version.id} />}
                <Button look="quiet" size="small" icon="print" onPress={() => window.print()}>
                    {m.print}
                </Button>
            </div>
            <PlanView document={document} />
        </>
    );
}
