import { type ClipboardEvent, type ReactNode, useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { addLines, moved } from "./editing.ts";
import { words } from "./editor_words.ts";

interface Line {
    code: string;
    text: string;
    text_en: string;
}

interface Props<L extends Line> {
    title: string;
    says: { one: (n: number) => string; one_en: (n: number) => string; up: (n: number) => string; remove: (n: number) => string };
    add: string;
    list: readonly L[];
    onChange: (list: L[]) => void;
    make: (list: readonly L[], text: string, text_en: string) => L;
    /** What else there is to say of one. */
    more?: (line: L, change: (part: Partial<L>) => void) => ReactNode;
}

/** Options or items: typed one by one, or many lines pasted at once. */
export function ListField<L extends Line>({ title, says, add, list, onChange, make, more }: Props<L>) {
    const m = useWords(words);
    const [pasting, setPasting] = useState<string | null>(null);
    const change = (code: string, part: Partial<L>) =>
        onChange(list.map((line) => (line.code === code ? { ...line, ...part } : line)));
    /** Several lines in one field are as many entries; the field takes the first when it is empty. */
    const pasted = (event: ClipboardEvent, line: L) => {
        const text = event.clipboardData.getData("text/plain");
        if (!/[\n\t]/.test(text.trim())) return;
        event.preventDefault();
        onChange(addLines(line.text === "" ? list.filter((one) => one !== line) : list, text, make));
    };
    return (
        <fieldset>
            <legend className="mb-1 font-bold">{title}</legend>
            <ul className="grid gap-2">
                {list.map((line, index) => (
                    <li key={line.code} className="rounded-8 border border-line p-2">
                        <div className="flex items-center gap-1">
                            <input
                                aria-label={says.one(index + 1)}
                                value={line.text}
                                maxLength={500}
                                onPaste={(event) => pasted(event, line)}
                                onChange={({ target }) => change(line.code, { text: target.value } as Partial<L>)}
                                className="field field-small"
                            />
                            <IconButton
                                icon="up"
                                label={says.up(index + 1)}
                                disabled={index === 0}
                                onPress={() => onChange(moved(list, index, -1))}
                            />
                            <IconButton
                                icon="close"
                                label={says.remove(index + 1)}
                                onPress={() => onChange(list.filter((one) => one !== line))}
                            />
                        </div>
                        <input
                            aria-label={says.one_en(index + 1)}
                            placeholder={m.english}
                            value={line.text_en}
                            maxLength={500}
                            onChange={({ target }) => change(line.code, { text_en: target.value } as Partial<L>)}
                            className="field field-small mt-1"
                        />
                        {more?.(line, (part) => change(line.code, part))}
                    </li>
                ))}
            </ul>
            <div className="mt-2 flex flex-wrap gap-2">
                <Button size="small" onPress={() => onChange([...list, make(list, "", "")])}>
                    {add}
                </Button>
                <Button size="small" look="quiet" onPress={() => setPasting(pasting === null ? "" : null)}>
                    {m.paste}
                </Button>
            </div>
            {pasting !== null && (
                <div className="mt-2">
                    <TextField plain label={m.paste} hint={m.paste_hint} lines={5} value={pasting} onChange={setPasting} />
                    <Button
                        size="small"
                        className="mt-2"
                        onPress={() => {
                            onChange(addLines(list, pasting, make));
                            setPasting(null);
                        }}
                    >
                        {m.paste_add}
                    </Button>
                </div>
            )}
        </fieldset>
    );
}
