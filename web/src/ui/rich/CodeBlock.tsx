import { useRef, useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../Button.tsx";
import { Scroll } from "../Scroll.tsx";
import { CodeText } from "./CodeText.tsx";
import { copied } from "./copying.ts";
import { words } from "./words.ts";

type Done = "copied" | "marked";

export function CodeBlock({ text }: { text: string }) {
    const m = useWords(words);
    const box = useRef<HTMLPreElement>(null);
    const [done, setDone] = useState<Done | null>(null);
    const copy = async () => {
        const taken = await copied(text);
        if (!taken && box.current) window.getSelection()?.selectAllChildren(box.current);
        setDone(taken ? "copied" : "marked");
    };
    return (
        <div className="grid grid-cols-1 rounded-8 border border-line bg-solid-gray-50">
            <div className="no-print flex flex-wrap items-center justify-end gap-x-3 border-line border-b px-2">
                <span role="status" className="text-quiet text-sm">
                    {done && (done === "copied" ? m.copied : m.marked)}
                </span>
                <Button look="quiet" size="small" icon="copy" onPress={() => void copy()}>
                    {m.copy}
                </Button>
            </div>
            <Scroll label={m.code} className="max-h-96 overflow-auto px-3 py-2 print:max-h-none">
                <pre ref={box} className="text-table print:whitespace-pre-wrap">
                    <code>
                        <CodeText>{text}</CodeText>
                    </code>
                </pre>
            </Scroll>
        </div>
    );
}
