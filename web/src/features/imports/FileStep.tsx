import { useState } from "react";
import { queries, sendFile } from "../../api/client.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { FileDrop } from "../../ui/FileDrop.tsx";
import { Section } from "../../ui/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { afterNewFile, type Encoding, type ImportFile, type Wizard } from "./wizard.ts";
import { words } from "./words.ts";

interface Props {
    wizard: Wizard;
    change: (part: Partial<Wizard>) => void;
    restart: () => void;
    file: ImportFile | undefined;
}

const largest = 64 * 1024 * 1024;

/** Step 1: the file, and how it was read. */
export function FileStep({ wizard, change, restart, file }: Props) {
    const m = useWords(words);
    const [sending, setSending] = useState(false);
    const [problem, setProblem] = useState<unknown>(null);
    const send = async (chosen: File) => {
        setSending(true);
        setProblem(null);
        try {
            const read = await sendFile<ImportFile>("/imports/files", chosen);
            queries.removeQueries({ queryKey: ["get", "/imports/files/{upload}"] });
            change(afterNewFile(wizard, read.upload, chosen.name));
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
                wizard.upload && (
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
            {wizard.upload === null ? (
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
                        <strong className="break-all">{wizard.name}</strong>
                        {file && <span className="ml-3">{m.read(file.rows, file.columns.length)}</span>}
                    </p>
                    {file && <HowRead file={file} again={(part) => change({ ...part, columns: null, asked: null })} />}
                </>
            )}
        </Section>
    );
}

type Read = Pick<ImportFile, "encoding" | "delimiter" | "sheet" | "sheets" | "header_row" | "warnings">;

/** What was found out about a file; each can be said otherwise. */
export function HowRead({ file, again }: { file: Read; again: (part: Partial<Wizard>) => void }) {
    const m = useWords(words);
    const pair = usePair();
    const is_text = file.delimiter !== "";
    return (
        <>
            <div className="mt-3 flex flex-wrap items-end gap-3">
                {is_text && (
                    <Select
                        plain
                        small
                        label={m.encoding}
                        className="w-56 text-table"
                        value={file.encoding}
                        options={(Object.keys(m.encodings) as Encoding[]).map((value) => ({ value, label: m.encodings[value] }))}
                        onChange={(encoding) => again({ encoding })}
                    />
                )}
                {file.sheets.length > 1 && (
                    <Select
                        plain
                        small
                        label={m.sheet}
                        className="w-56 text-table"
                        value={file.sheet}
                        options={file.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
                        onChange={(sheet) => again({ sheet, header_row: null })}
                    />
                )}
                <HeaderRow key={file.header_row} value={file.header_row} onChange={(header_row) => again({ header_row })} />
                {is_text && (
                    <p className="pb-2 text-quiet text-table">
                        {m.delimiter}: {m.delimiters(file.delimiter)}
                    </p>
                )}
            </div>
            {file.warnings.length > 0 && (
                <details className="mt-3">
                    <summary className="cursor-pointer text-warn">{m.warnings(file.warnings.length)}</summary>
                    <ul className="mt-1 list-disc pl-6 text-table">
                        {file.warnings.map((warning) => (
                            <li key={warning.pointer + warning.problem}>
                                <span className="text-quiet">{warning.pointer}</span> {pair(warning.problem, warning.problem_en)}
                            </li>
                        ))}
                    </ul>
                </details>
            )}
        </>
    );
}

function HeaderRow({ value, onChange }: { value: number; onChange: (row: number) => void }) {
    const m = useWords(words);
    const [typed, setTyped] = useState(String(value));
    const settle = () => {
        const row = Number(typed);
        if (Number.isInteger(row) && row > 0 && row !== value) onChange(row);
        else setTyped(String(value));
    };
    return (
        <form
            className="w-32 text-table"
            onBlur={settle}
            onSubmit={(event) => {
                event.preventDefault();
                settle();
            }}
        >
            <TextField plain small inputMode="numeric" label={m.header_row} value={typed} onChange={setTyped} />
        </form>
    );
}
