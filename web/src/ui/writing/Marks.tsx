import { type RefObject, useRef } from "react";
import { Toolbar } from "react-aria-components";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../Button.tsx";
import type { IconName } from "../Icon.tsx";
import { IconButton } from "../IconButton.tsx";
import { endings } from "./files.ts";
import { around, code, type Edit, each, link } from "./marks.ts";
import { words } from "./words.ts";

interface Props {
    area: RefObject<HTMLTextAreaElement | null>;
    edit: (edit: Edit) => void;
    looking: boolean;
    setLooking: (looking: boolean) => void;
    onFiles?: (files: readonly File[]) => void;
}

const marks = [
    { name: "bold", mark: around("**") },
    { name: "list", mark: each("- ") },
    { name: "quote", mark: each("> ") },
    { name: "code", mark: code },
    { name: "link", mark: link },
] as const satisfies { name: IconName; mark: unknown }[];

/** The buttons over the box; arrow keys go from one to the next. */
export function Marks({ area, edit, looking, setLooking, onFiles }: Props) {
    const m = useWords(words);
    const input = useRef<HTMLInputElement>(null);
    return (
        <Toolbar aria-label={m.marks} className="flex flex-wrap items-center border-line border-b px-1 py-0.5">
            {marks.map(({ name, mark }) => (
                <IconButton
                    key={name}
                    icon={name}
                    label={m.mark[name]}
                    disabled={looking}
                    onPress={() => {
                        const box = area.current;
                        if (box) edit(mark(box.value, box.selectionStart, box.selectionEnd));
                    }}
                />
            ))}
            {onFiles && (
                <>
                    <IconButton icon="upload" label={m.add_files} onPress={() => input.current?.click()} />
                    <input
                        ref={input}
                        type="file"
                        multiple
                        tabIndex={-1}
                        aria-label={m.add_files}
                        accept={endings.map((ending) => `.${ending}`).join(",")}
                        className="sr-only"
                        onChange={(event) => {
                            onFiles([...(event.target.files ?? [])]);
                            event.target.value = "";
                        }}
                    />
                </>
            )}
            <Button
                look="quiet"
                size="small"
                className="ml-auto px-2"
                aria-pressed={looking}
                onPress={() => setLooking(!looking)}
            >
                {looking ? m.write : m.look}
            </Button>
        </Toolbar>
    );
}
