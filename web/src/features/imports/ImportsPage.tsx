import { api } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import { useMay, useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Failure } from "../../ui/Failure.tsx";
import { Forbidden } from "../../ui/Forbidden.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Steps } from "../../ui/Steps.tsx";
import { ColumnsStep } from "./ColumnsStep.tsx";
import { FileStep } from "./FileStep.tsx";
import { PastImports } from "./PastImports.tsx";
import { PreviewStep, usePreview } from "./PreviewStep.tsx";
import { RunStep } from "./RunStep.tsx";
import { type ImportFile, previewInput, sameInput, useWizard, type Wizard } from "./wizard.ts";
import { words } from "./words.ts";

/** A roster comes in: four steps below each other, none forgotten by going back. */
export function ImportsPage() {
    return useMay("import_people") ? <ImportWizard /> : <Forbidden />;
}

function ImportWizard() {
    const m = useWords(words);
    const { today } = useMe();
    const [wizard, change, restart] = useWizard(today);
    const described = useFile(wizard);
    const file = wizard.upload === null ? undefined : described.data;
    const preview = usePreview(wizard.asked);
    const current = file !== undefined && sameInput(wizard.asked, previewInput(wizard, file, today));
    const previewed = current && preview.data !== undefined;
    const gone = wizard.upload !== null && described.error !== null && refusalOf(described.error).status === 404;
    const at = wizard.upload === null || gone ? 0 : wizard.asked === null ? 1 : previewed ? 3 : 2;
    return (
        <>
            <PageHead title={m.title}>{m.lead}</PageHead>
            <Steps label={m.steps_label} steps={m.steps} at={at} />
            {gone && (
                <div className="mb-4">
                    <Notice tone="warn" live>
                        {m.expired}
                    </Notice>
                </div>
            )}
            <FileStep wizard={gone ? { ...wizard, upload: null } : wizard} change={change} restart={restart} file={file} />
            {wizard.upload !== null && !gone && Boolean(described.error) && !file && (
                <Failure error={described.error} small onRetry={() => described.refetch()} />
            )}
            {wizard.upload !== null && described.isPending && <Loading lines={5} />}
            {file && !gone && (
                <>
                    <ColumnsStep wizard={wizard} change={change} file={file} />
                    <PreviewStep wizard={wizard} change={change} file={file} />
                </>
            )}
            {((previewed && preview.data) || wizard.job !== null) && (
                <RunStep wizard={wizard} change={change} restart={restart} refused={preview.data?.counts.refused ?? 0} />
            )}
            <PastImports />
        </>
    );
}

interface Described {
    data: ImportFile | undefined;
    error: unknown;
    isPending: boolean;
    refetch: () => unknown;
}

/** The upload as it is read with the sheet, header row and encoding chosen. */
function useFile({ upload, sheet, header_row, encoding }: Wizard) {
    const { data, error, isPending, refetch }: Described = api.useQuery(
        "get",
        "/imports/files/{upload}",
        {
            params: {
                path: { upload: upload ?? "" },
                query: { sheet: sheet ?? undefined, header_row: header_row ?? undefined, encoding: encoding ?? undefined },
            },
        },
        { enabled: upload !== null, placeholderData: (before) => before },
    );
    return { data, error, isPending, refetch };
}
