import { api } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Failure } from "../../ui/Failure.tsx";
import { Forbidden } from "../../ui/Forbidden.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Steps } from "../../ui/Steps.tsx";
import { ColumnsStep } from "../imports/ColumnsStep.tsx";
import { TrainingNav } from "../training/TrainingNav.tsx";
import { CheckStep, useCheck } from "./CheckStep.tsx";
import { type CompletionFile, inputOf, isSame, type List, useList } from "./completions.ts";
import { words } from "./completions_words.ts";
import { ListStep } from "./ListStep.tsx";
import { PastLists } from "./PastLists.tsx";
import { TakeInStep } from "./TakeInStep.tsx";

/** Completions that somebody else keeps: four steps below each other, none forgotten by going back. */
export function CompletionsPage() {
    return useMay("record_evidence") ? <CompletionLists /> : <Forbidden />;
}

function CompletionLists() {
    const m = useWords(words);
    const [list, change, restart] = useList();
    const described = useDescribed(list);
    const file = list.upload === null ? undefined : described.data;
    const check = useCheck(list.asked);
    const current = file !== undefined && isSame(list.asked, inputOf(list, file));
    const checked = current && check.data !== undefined && !check.isPlaceholderData;
    const gone = list.upload !== null && described.error !== null && refusalOf(described.error).status === 404;
    const at = list.upload === null || gone ? 0 : list.asked === null ? 1 : checked ? 3 : 2;
    return (
        <>
            <TrainingNav />
            <PageHead title={m.title}>{m.lead}</PageHead>
            <Steps label={m.steps_label} steps={m.steps} at={at} />
            {gone && (
                <div className="mb-4">
                    <Notice tone="warn" live>
                        {m.expired}
                    </Notice>
                </div>
            )}
            <ListStep list={gone ? { ...list, upload: null } : list} change={change} restart={restart} file={file} />
            {list.upload !== null && !gone && Boolean(described.error) && !file && (
                <Failure error={described.error} small onRetry={() => described.refetch()} />
            )}
            {list.upload !== null && described.isPending && <Loading lines={5} />}
            {file && !gone && (
                <>
                    <ColumnsStep wizard={list} change={change} file={file} lead={m.columns_lead} />
                    <CheckStep list={list} change={change} file={file} />
                </>
            )}
            {((checked && check.data) || list.job !== null) && (
                <TakeInStep list={list} change={change} restart={restart} counts={check.data?.counts} />
            )}
            <PastLists />
        </>
    );
}

interface Described {
    data: CompletionFile | undefined;
    error: unknown;
    isPending: boolean;
    refetch: () => unknown;
}

/** The upload as it is read with the sheet, header row and encoding chosen. */
function useDescribed({ upload, sheet, header_row, encoding }: List) {
    const { data, error, isPending, refetch }: Described = api.useQuery(
        "get",
        "/completions/files/{upload}",
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
