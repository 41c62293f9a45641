import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api, queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useMay } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Forbidden } from "../../ui/Forbidden.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Sure } from "../../ui/Sure.tsx";
import { toast } from "../../ui/toasts.ts";
import { useNarrow } from "../skills/useNarrow.ts";
import { Editing } from "./Editing.tsx";
import { Exports } from "./Exports.tsx";
import { words } from "./editor_words.ts";
import { Preview } from "./Preview.tsx";
import { terms } from "./terms.ts";

type Detail = Schema<"SurveyDetail">;

/** 調査票: edited while it is a draft, looked at once it is published. */
export function SurveyPage() {
    const may = useMay("survey_manage");
    const { survey } = useParams({ strict: false });
    const id = Number(survey);
    // Somebody types here: it is not asked again under their hands.
    const detail = api.useQuery("get", "/surveys/{id}", { params: { path: { id } } }, { meta: { frozen: true } });
    if (!may) return <Forbidden />;
    return (
        <Ask query={detail} lines={10}>
            {(found) =>
                found.summary.status === "draft" ? (
                    <Editing key={found.summary.id} detail={found} />
                ) : (
                    <Published key={found.summary.id} detail={found} />
                )
            }
        </Ask>
    );
}

function Published({ detail }: { detail: Detail }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const narrow = useNarrow();
    const [beginning, setBeginning] = useState(false);
    const { summary, survey } = detail;
    return (
        <>
            <PageHead
                title={pair(survey.title, survey.title_en)}
                path={[{ label: m.surveys, to: "/surveys" }]}
                aside={
                    <span className="inline-flex items-center gap-2">
                        <span className="text-quiet">{m.version(summary.version)}</span>
                        <Badge tone="good">{t.survey.published}</Badge>
                    </span>
                }
                action={
                    <>
                        <Exports id={summary.id} />
                        <Button onPress={() => setBeginning(true)}>{m.next_version}</Button>
                        <LinkButton to="/surveys/waves/new" search={{ survey: String(summary.id) } as never} look="primary">
                            {m.ask}
                        </LinkButton>
                    </>
                }
            >
                {m.lead.published}
            </PageHead>
            <div className="max-w-3xl rounded-12 border border-line p-4 desk:p-6">
                <Preview survey={survey} narrow={narrow} />
            </div>
            {beginning && <NextVersion id={summary.id} onClose={() => setBeginning(false)} />}
        </>
    );
}

function NextVersion({ id, onClose }: { id: number; onClose: () => void }) {
    const m = useWords(words);
    const navigate = useNavigate();
    const act = async () => {
        const { data } = await server.POST("/surveys", { body: { pack: "", copy_of: id, title: "" } });
        toast(m.next_begun);
        void queries.invalidateQueries();
        if (data) await navigate({ to: `/surveys/${data.summary.id}` as "." });
    };
    return (
        <Sure title={m.next_version} submit={m.next_version} act={act} onClose={onClose}>
            {m.lead.published}
        </Sure>
    );
}
