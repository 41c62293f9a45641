import { useState } from "react";
import { queries, sendFile } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { FileDrop } from "../../ui/FileDrop.tsx";
import { Section } from "../../ui/Section.tsx";
import { HowRead } from "../imports/FileStep.tsx";
import { type CompletionFile, type List, noList } from "./completions.ts";
import { words } from "./completions_words.ts";

interface Props {
    list: List;
    change: (part: Partial<List>) => void;
    restart: () => void;
    file: CompletionFile | undefined;
}

const largest = 64 * 1024 * 1024;

/** Step 1: the list, and how it was read. */
export function ListStep({ list, change, restart, file }: Props) {
    const m = useWords(words);
    const [sending, setSending] = useState(false);
    const [problem, setProblem] = useState<unknown>(null);
    const send = async (chosen: File) => {
        setSending(true);
        setProblem(null);
        try {
            const read = await sendFile<CompletionFile>("/completions/files", chosen);
            queries.removeQueries({ queryKey: ["get", "/completions/files/{upload}"] });
            change({ ...noList, upload: read.upload, name: chosen.name });
        } catch (error) {
            setProblem(error);
        } finally {
            setSending(false);
        }
    };
    return (
        <Section
            title={m.file_title}
            action={
                list.upload && (
                    <Button look="quiet" size="small" onPress={restart}>
                        {m.restart}
                    </Button>
                )
            }
        >
            {problem !== null && (
                <div className="mb-4">
                    <Failure error={problem} small />
                </div>
            )}
            {list.upload === null ? (
                <FileDrop
                    label={m.file_label}
                    hint={m.file_hint}
                    accept={[".csv", ".tsv", ".txt", ".xlsx"]}
                    max_bytes={largest}
                    busy={sending}
                    onFile={(chosen) => void send(chosen)}
                />
            ) : (
                <>
                    <p>
                        <strong className="break-all">{list.name}</strong>
                        {file && <span className="ml-3">{m.read(file.rows, file.columns.length)}</span>}
                    </p>
                    {file && (
                        <HowRead
                            file={file}
                            again={({ encoding, sheet, header_row }) =>
                                change({
                                    ...(encoding !== undefined && { encoding }),
                                    ...(sheet !== undefined && { sheet }),
                                    ...(header_row !== undefined && { header_row }),
                                    columns: null,
                                    asked: null,
                                })
                            }
                        />
                    )}
                </>
            )}
        </Section>
    );
}
