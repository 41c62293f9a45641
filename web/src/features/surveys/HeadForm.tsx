import { useWords } from "../../i18n/words.ts";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { Survey } from "../answering/asked.ts";
import type { Edit } from "./editing.ts";
import { words } from "./editor_words.ts";
import { terms } from "./terms.ts";

const purposes = [
    "baseline",
    "awareness",
    "reaction",
    "follow_up",
    "self_check",
    "other",
] as const satisfies readonly Survey["purpose"][];

/** What stands above the questions. */
export function HeadForm({ survey, onChange }: { survey: Survey; onChange: (edit: Edit) => void }) {
    const m = useWords(words);
    const t = useWords(terms);
    const set = (part: Partial<Survey>) => onChange((before) => ({ ...before, ...part }));
    return (
        <div className="grid gap-5">
            <TextField plain label={m.title} maxLength={200} value={survey.title} onChange={(title) => set({ title })} />
            <TextField
                plain
                label={m.title_en}
                maxLength={200}
                value={survey.title_en}
                onChange={(title_en) => set({ title_en })}
            />
            <TextField
                plain
                label={m.intro}
                lines={4}
                maxLength={2000}
                value={survey.intro}
                onChange={(intro) => set({ intro })}
            />
            <TextField
                plain
                label={m.intro_en}
                lines={4}
                maxLength={2000}
                value={survey.intro_en}
                onChange={(intro_en) => set({ intro_en })}
            />
            <Select
                plain
                label={m.purpose}
                value={survey.purpose}
                options={purposes.map((value) => ({ value, label: t.purpose[value] }))}
                onChange={(purpose) => set({ purpose })}
            />
            <TextField
                plain
                label={m.source}
                lines={2}
                maxLength={500}
                value={survey.source}
                onChange={(source) => set({ source })}
            />
        </div>
    );
}
