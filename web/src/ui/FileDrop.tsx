import { type DragEvent, useId, useRef, useState } from "react";
import { useWords } from "../i18n/words.ts";
import { Button } from "./Button.tsx";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import { words } from "./words.ts";

interface Props {
    label: string;
    hint?: string;
    /** Endings with their dot: [".csv", ".xlsx"]. */
    accept: readonly string[];
    max_bytes: number;
    onFile: (file: File) => void;
    busy?: boolean;
}

export function FileDrop({ label, hint, accept, max_bytes, onFile, busy }: Props) {
    const m = useWords(words);
    const id = useId();
    const input = useRef<HTMLInputElement>(null);
    const [over, setOver] = useState(false);
    const [problem, setProblem] = useState<string>();

    const take = (file: File | undefined) => {
        if (!file) return;
        const fits = accept.some((ending) => file.name.toLowerCase().endsWith(ending));
        if (!fits) return setProblem(m.drop_wrong(file.name, accept.join(" ")));
        if (file.size > max_bytes) return setProblem(m.drop_large(`${Math.floor(max_bytes / 1024 / 1024)} MB`));
        setProblem(undefined);
        onFile(file);
    };
    const dropped = (event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
    };

    return (
        <section
            aria-label={label}
            onDragOver={(event) => {
                event.preventDefault();
                setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={dropped}
            className={classes(
                "rounded-12 border-2 border-dashed px-6 py-10 text-center",
                over ? "border-primary bg-primary-wash" : "border-line-strong",
            )}
        >
            <Icon name="upload" size={32} className="text-quiet" />
            <label htmlFor={id} className="mt-1 block font-bold">
                {m.drop}
            </label>
            {hint && <p className="mt-1 text-sm text-quiet">{hint}</p>}
            <Button look="secondary" className="mt-4" pending={busy} onPress={() => input.current?.click()}>
                {m.drop_choose}
            </Button>
            <input
                ref={input}
                id={id}
                type="file"
                tabIndex={-1}
                accept={accept.join(",")}
                className="sr-only"
                onChange={(event) => {
                    take(event.target.files?.[0]);
                    event.target.value = "";
                }}
            />
            {problem && (
                <p role="alert" className="mt-3 font-bold text-bad">
                    {problem}
                </p>
            )}
        </section>
    );
}
