import { useWords } from "../i18n/words.ts";
import { Button } from "./Button.tsx";
import { clashing, differing, together } from "./merging.ts";
import { Notice } from "./Notice.tsx";
import { Scroll } from "./Scroll.tsx";
import { words } from "./words.ts";

interface Props<T extends Record<string, unknown>> {
    /** As it was when this work began, as it is typed here, and as it was saved meanwhile. */
    base: T;
    mine: T;
    theirs: T;
    /** What a field is called, and what it says in one text. */
    fields: Partial<Record<keyof T & string, string>>;
    said?: (name: keyof T & string, values: T) => string;
    /** These values go on from what was saved meanwhile. */
    onChoose: (values: T) => void;
}

const plainly = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");

/** Somebody saved first: what differs, side by side, and the choice. Nothing typed is lost before it is made. */
export function Conflict<T extends Record<string, unknown>>({ base, mine, theirs, fields, said, onChoose }: Props<T>) {
    const m = useWords(words);
    const c = m.conflict;
    const text = (name: keyof T & string, values: T) => (said ? said(name, values) : plainly(values[name])) || c.empty;
    const different = differing(mine, theirs);
    return (
        <Notice
            tone="warn"
            title={c.title}
            live
            focus
            action={
                <>
                    {clashing(base, mine, theirs).length === 0 && (
                        <Button size="small" look="primary" onPress={() => onChoose(together(base, mine, theirs))}>
                            {c.both}
                        </Button>
                    )}
                    <Button size="small" onPress={() => onChoose(mine)}>
                        {c.mine}
                    </Button>
                    <Button size="small" onPress={() => onChoose(theirs)}>
                        {c.theirs}
                    </Button>
                </>
            }
        >
            <p>{c.lead}</p>
            {different.length > 0 && (
                <Scroll label={c.title} className="mt-2 max-h-96 overflow-auto">
                    <table className="w-full text-left text-table sm:min-w-[36rem]">
                        <thead>
                            <tr>
                                {[c.field, c.own, c.other].map((head) => (
                                    <th key={head} scope="col" className="border-line-strong border-b px-2 py-1">
                                        {head}
                                    </th>
                                ))}
                            </tr>
                        </thead>
                        <tbody>
                            {different.map((name) => (
                                <tr key={name} className="align-top">
                                    <th scope="row" className="border-line border-b px-2 py-1 font-normal">
                                        {fields[name] ?? name}
                                    </th>
                                    <td className="whitespace-pre-line border-line border-b px-2 py-1">{text(name, mine)}</td>
                                    <td className="whitespace-pre-line border-line border-b px-2 py-1">{text(name, theirs)}</td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </Scroll>
            )}
        </Notice>
    );
}
