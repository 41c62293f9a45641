import { useEffect, useState } from "react";
import { useWords } from "../i18n/words.ts";
import { Notice } from "./Notice.tsx";
import { words } from "./words.ts";

interface Props {
    formId: string;
    errors: Readonly<Record<string, string | undefined>>;
}

/** Only with more than one wrong field does a list help; a single one has the focus and its text beside it. */
export function ErrorSummary({ formId, errors }: Props) {
    const m = useWords(words);
    const wrong = Object.entries(errors).filter(([, text]) => text);
    const [labels, setLabels] = useState<Record<string, string>>({});
    const names = wrong.map(([name]) => name).join(" ");
    useEffect(() => {
        const found = names.split(" ").map((name) => [name, labelOf(`${formId}-${name}`)]);
        setLabels(Object.fromEntries(found));
    }, [formId, names]);
    if (wrong.length < 2) return null;
    return (
        <Notice tone="bad" title={m.errors_title(wrong.length)} live>
            <ul className="list-disc pl-5">
                {wrong.map(([name, text]) => (
                    <li key={name}>
                        <a
                            href={`#${formId}-${name}`}
                            className="link"
                            onClick={(event) => {
                                event.preventDefault();
                                document.getElementById(`${formId}-${name}`)?.focus();
                            }}
                        >
                            {labels[name] ? `${labels[name]}: ${text}` : text}
                        </a>
                    </li>
                ))}
            </ul>
        </Notice>
    );
}

function labelOf(id: string): string {
    const field = document.getElementById(id);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement))
        return "";
    const label = field.labels?.[0]?.cloneNode(true);
    if (!(label instanceof HTMLElement)) return "";
    for (const mark of label.querySelectorAll("span")) mark.remove();
    return label.textContent?.trim() ?? "";
}
