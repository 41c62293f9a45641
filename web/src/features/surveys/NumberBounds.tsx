import { useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { TextField } from "../../ui/TextField.tsx";
import { type Question, readNumber } from "../answering/asked.ts";
import { words } from "./editor_words.ts";

interface Props {
    question: Question;
    onChange: (part: Partial<Question>) => void;
}

const text = (n: number | null) => (n === null ? "" : String(n));
const unbounded = { least: null, most: null };

export function NumberBounds({ question, onChange }: Props) {
    const m = useWords(words);
    const [least, setLeast] = useState(text(question.least));
    const [most, setMost] = useState(text(question.most));
    return (
        <div className="grid gap-4 sm:grid-cols-3">
            <TextField
                plain
                label={m.least}
                inputMode="numeric"
                value={least}
                onChange={(typed) => {
                    setLeast(typed);
                    onChange({ least: readNumber(typed, unbounded).number });
                }}
            />
            <TextField
                plain
                label={m.most}
                inputMode="numeric"
                value={most}
                onChange={(typed) => {
                    setMost(typed);
                    onChange({ most: readNumber(typed, unbounded).number });
                }}
            />
            <TextField plain label={m.unit} maxLength={20} value={question.unit} onChange={(unit) => onChange({ unit })} />
        </div>
    );
}
