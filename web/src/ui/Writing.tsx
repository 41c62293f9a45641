import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import type { Attachment } from "../api/upload.ts";
import { useWords } from "../i18n/words.ts";
import { classes } from "./classes.ts";
import { Field, type FieldProps } from "./Field.tsx";
import { Count } from "./writing/Count.tsx";
import { filesIn, pictureMark, withoutPicture } from "./writing/files.ts";
import { Marks } from "./writing/Marks.tsx";
import { around, type Edit, lineAfter } from "./writing/marks.ts";
import { nobody, People, type Suggest, usePeople } from "./writing/People.tsx";
import { Preview } from "./writing/Preview.tsx";
import { put } from "./writing/put.ts";
import { Taken } from "./writing/Taken.tsx";
import { useUploads } from "./writing/useUploads.ts";
import { words } from "./writing/words.ts";

export interface WritingProps extends FieldProps {
    /** Markdown. */
    value: string;
    onChange: (text: string) => void;
    /** What goes with the text; without `onFiles` no file is taken. */
    files?: readonly Attachment[];
    onFiles?: (files: readonly Attachment[]) => void;
    /** Ctrl+Enter. */
    onSend?: () => void;
    /** Whom @ may name: a hook that is always the same. */
    suggest?: Suggest;
    lines?: number;
}

const line_height = 1.5;
const padding = 1;

/** A text box for Markdown: a few buttons, pictures by pasting, a look at what it will be. */
export function Writing({ value, onChange, files = [], onFiles, onSend, suggest = nobody, lines = 8, ...props }: WritingProps) {
    const m = useWords(words);
    const own = useId();
    const { id = own, name, ...field } = props;
    const area = useRef<HTMLTextAreaElement>(null);
    const newest = useRef({ value, files });
    newest.current = { value, files };
    const [looking, setLooking] = useState(false);
    const [over, setOver] = useState(false);

    const edit = (one: Edit) => {
        if (area.current) put(area.current, one, onChange);
    };
    const people = usePeople(suggest, area, value, edit);
    const takeFiles = (change: readonly Attachment[]) => {
        newest.current = { ...newest.current, files: change };
        onFiles?.(change);
    };
    const uploads = useUploads(files.length, (file) => {
        takeFiles([...newest.current.files, file]);
        const caret = area.current?.selectionEnd ?? newest.current.value.length;
        if (file.picture) edit(lineAfter(newest.current.value, caret, pictureMark(file.name, file.id)));
    });
    const remove = (file: Attachment) => {
        takeFiles(newest.current.files.filter((one) => one.id !== file.id));
        onChange(withoutPicture(newest.current.value, file.id));
    };
    const pasted = (event: ClipboardEvent) => {
        const given = onFiles ? filesIn(event.clipboardData) : [];
        if (given.length === 0) return;
        event.preventDefault();
        uploads.take(given, (file) => (file.name === "image.png" ? m.pasted_name : file.name));
    };
    const dropped = (event: DragEvent) => {
        setOver(false);
        if (!onFiles || event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        uploads.take([...event.dataTransfer.files]);
    };
    const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
        if (event.nativeEvent.isComposing || people.pressed(event)) return;
        if (!event.ctrlKey && !event.metaKey) return;
        if (event.key === "Enter" && onSend) {
            event.preventDefault();
            if (!uploads.busy) onSend();
        }
        if (event.key === "b") {
            event.preventDefault();
            const { selectionStart, selectionEnd } = event.currentTarget;
            edit(around("**")(value, selectionStart, selectionEnd));
        }
    };
    return (
        <Field {...field} id={id} className={field.className ?? "max-w-3xl"}>
            {(described) => (
                <section
                    aria-label={field.label}
                    onDragOver={(event) => {
                        if (!onFiles || !event.dataTransfer.types.includes("Files")) return;
                        event.preventDefault();
                        setOver(true);
                    }}
                    onDragLeave={() => setOver(false)}
                    onDrop={dropped}
                    className={classes(
                        "relative rounded-8 border",
                        over ? "border-primary bg-primary-wash" : "border-line-strong",
                    )}
                >
                    <Marks area={area} edit={edit} looking={looking} setLooking={setLooking} onFiles={onFiles && uploads.take} />
                    <textarea
                        {...described}
                        {...people.described}
                        ref={area}
                        id={id}
                        name={name}
                        rows={lines}
                        style={{ minHeight: `${lines * line_height + padding}rem` }}
                        dir="auto"
                        hidden={looking}
                        value={value}
                        onChange={(event) => {
                            onChange(event.target.value);
                            people.look();
                        }}
                        onSelect={people.look}
                        onKeyDown={pressed}
                        onPaste={pasted}
                        onBlur={people.close}
                        className="field field-sizing-content [word-break:normal] max-h-[60vh] rounded-t-none border-0 bg-transparent"
                    />
                    {looking && <Preview text={value} />}
                    <People people={people} />
                    <Taken files={files} onRemove={remove} uploads={uploads.uploads} onForget={uploads.forget} />
                    <Count text={value} sends={onSend !== undefined} />
                </section>
            )}
        </Field>
    );
}
