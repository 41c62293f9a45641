import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { Survey } from "../answering/asked.ts";
import { changeSection, type Edit, moveSection, type Part } from "./editing.ts";
import { words } from "./editor_words.ts";

interface Props {
    survey: Survey;
    section: Part;
    onChange: (edit: Edit) => void;
    onRemove: () => void;
}

export function SectionForm({ survey, section, onChange, onRemove }: Props) {
    const m = useWords(words);
    const set = (part: Partial<Part>) => onChange(changeSection(section.code, part));
    const full = survey.questions.some((question) => question.section === section.code);
    return (
        <div className="grid gap-5">
            <div className="flex flex-wrap items-center gap-2">
                <strong className="mr-auto">{m.section}</strong>
                <Button size="small" onPress={() => onChange(moveSection(section.code, -1))}>
                    {m.up}
                </Button>
                <Button size="small" onPress={() => onChange(moveSection(section.code, 1))}>
                    {m.down}
                </Button>
                <Button size="small" look="quiet" disabled={full} onPress={onRemove}>
                    {m.remove}
                </Button>
            </div>
            {full && <p className="text-quiet text-sm">{m.section_full}</p>}
            <TextField plain label={m.section_title} maxLength={200} value={section.title} onChange={(title) => set({ title })} />
            <TextField
                plain
                label={m.section_title_en}
                maxLength={200}
                value={section.title_en}
                onChange={(title_en) => set({ title_en })}
            />
            <TextField
                plain
                label={m.section_text}
                lines={3}
                maxLength={1000}
                value={section.text}
                onChange={(text) => set({ text })}
            />
            <TextField
                plain
                label={m.section_text_en}
                lines={3}
                maxLength={1000}
                value={section.text_en}
                onChange={(text_en) => set({ text_en })}
            />
        </div>
    );
}
