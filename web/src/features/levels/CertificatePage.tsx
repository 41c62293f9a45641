import { useParams } from "@tanstack/react-router";
import { use, useState } from "react";
import { api, downloadUrl } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useMay } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button, buttonLook } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { PersonLink } from "../staff/PersonLink.tsx";
import { Paper } from "./Paper.tsx";
import { ReissueDialog } from "./ReissueDialog.tsx";
import { words } from "./words.ts";

/** A certificate as it is printed: on paper nothing but the sheet itself. */
export function CertificatePage() {
    const { certification } = useParams({ strict: false }) as { certification: string };
    const [{ version }] = useFilters(["version"]);
    const query = api.useQuery("get", "/certifications/{id}/certificate", {
        params: { path: { id: Number(certification) }, query: { version: version ? Number(version) : undefined } },
    });
    return <Ask query={query}>{(shown) => <Found certificate={shown} />}</Ask>;
}

function Found({ certificate }: { certificate: Schema<"Certificate"> }) {
    const m = useWords(words);
    const pair = usePair();
    const certifies = useMay("level_certify");
    const { language } = use(LanguageContext);
    const [reissuing, setReissuing] = useState(false);
    const [, setFilters] = useFilters(["version"]);
    const newest = certificate.versions[0]?.version ?? certificate.version;
    return (
        <div data-print="alone">
            <div className="no-print">
                <PageHead
                    title={m.certificate}
                    action={
                        <>
                            {certifies && certificate.state === "valid" && (
                                <Button onPress={() => setReissuing(true)}>{m.reissue}</Button>
                            )}
                            <a
                                download
                                className={buttonLook("secondary")}
                                href={downloadUrl(`/certifications/${certificate.certification}/certificate.pdf`, {
                                    version: certificate.version,
                                    language,
                                })}
                            >
                                {m.pdf}
                            </a>
                            <Button look="primary" icon="print" onPress={() => window.print()}>
                                {m.print}
                            </Button>
                        </>
                    }
                >
                    <PersonLink id={certificate.staff}>{certificate.text.name}</PersonLink>{" "}
                    {pair(certificate.text.title, certificate.text.title_en)}
                </PageHead>
                {certificate.state !== "valid" && (
                    <div className="mb-4 max-w-3xl">
                        <Notice tone="bad">{m.not_valid[certificate.state]}</Notice>
                    </div>
                )}
                {certificate.version !== newest && (
                    <div className="mb-4 max-w-3xl">
                        <Notice
                            tone="warn"
                            action={
                                <Button size="small" onPress={() => setFilters({ version: "" })}>
                                    {m.to_newest}
                                </Button>
                            }
                        >
                            {m.old_version}
                        </Notice>
                    </div>
                )}
            </div>
            <Paper certificate={certificate} />
            <div className="no-print mt-8">
                <Versions certificate={certificate} onShow={(version) => setFilters({ version: String(version) })} />
            </div>
            {reissuing && <ReissueDialog certification={certificate.certification} onClose={() => setReissuing(false)} />}
        </div>
    );
}

function Versions({ certificate, onShow }: { certificate: Schema<"Certificate">; onShow: (version: number) => void }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    return (
        <Section title={m.versions}>
            <ul className="text-table">
                {certificate.versions.map(({ version, issued_on, reason }) => (
                    <li key={version} className="flex flex-wrap items-center gap-x-3">
                        <span>{m.version(version)}</span>
                        <span className="tabular text-quiet">{shortDate(issued_on, language)}</span>
                        <span>{reason || m.first_version}</span>
                        {version === certificate.version ? (
                            <span className="text-quiet">{m.version_shown}</span>
                        ) : (
                            <Button look="quiet" size="small" onPress={() => onShow(version)}>
                                {m.show_certificate}
                            </Button>
                        )}
                    </li>
                ))}
            </ul>
        </Section>
    );
}
