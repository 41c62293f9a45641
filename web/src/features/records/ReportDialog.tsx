import { queries, server } from "../../api/client.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Day, Moment } from "../../ui/Day.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { toast } from "../../ui/toasts.ts";
import { useMoves } from "../training/useMoves.ts";
import { useOnce } from "../training/useOnce.ts";
import { isWebAddress, type Report } from "./work.ts";
import { words } from "./work_words.ts";

interface Props {
    report: Report;
    onClose: () => void;
    onChange: () => void;
}

/** A report, whole. The head says here that it has been read. */
export function ReportDialog({ report, onClose, onChange }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const { failed } = useMoves();
    const read = useOnce(async () => {
        try {
            await server.POST("/reports/{id}/reading", { params: { path: { id: report.id } } });
            toast(m.was_read(report.name));
            await queries.invalidateQueries();
            onClose();
        } catch (error) {
            failed(error);
        }
    });
    return (
        <Dialog
            open
            wide
            onClose={onClose}
            title={pair(report.title, report.title_en)}
            actions={
                <>
                    {report.may_change && <Button onPress={onChange}>{m.change}</Button>}
                    {report.may_read && (
                        <Button look="primary" onPress={read}>
                            {m.mark_read}
                        </Button>
                    )}
                </>
            }
        >
            <DefinitionList
                items={[
                    [m.name, pair(`${report.name}(${report.unit_name})`, `${report.name} (${report.unit_name})`)],
                    [m.period, report.from_on && <Period from={report.from_on} until={report.until_on} />],
                    [m.place, report.place],
                    [
                        m.at,
                        <>
                            <Moment at={report.submitted_at} />
                            {report.proxy && ` (${m.typed_by(report.proxy)})`}
                        </>,
                    ],
                ]}
            />
            <h3 className="mt-6 mb-1 font-bold">{m.learned}</h3>
            <p className="whitespace-pre-wrap">{report.text}</p>
            {(report.change || report.link) && (
                <>
                    <h3 className="mt-6 mb-1 font-bold">{m.changed}</h3>
                    <p className="whitespace-pre-wrap">{report.change}</p>
                    {isWebAddress(report.link) ? (
                        <a href={report.link} target="_blank" rel="noreferrer" className="link break-all">
                            {report.link}
                        </a>
                    ) : (
                        <p className="break-all text-quiet">{report.link}</p>
                    )}
                </>
            )}
        </Dialog>
    );
}

function Period({ from, until }: { from: string; until: string | null }) {
    const m = useWords(words);
    return (
        <>
            <Day iso={from} />
            {until !== null && until !== from && (
                <>
                    {m.dash}
                    <Day iso={until} />
                </>
            )}
        </>
    );
}
