import { useWords } from "../../i18n/words.ts";
import { Rich } from "../../ui/Rich.tsx";
import { words } from "./consultation_words.ts";
import type { Consultation } from "./desk.ts";
import { Files } from "./Files.tsx";

/** What troubles somebody and what they wish for, as written. */
export function QuestionText({ consultation }: { consultation: Consultation }) {
    const m = useWords(words);
    return (
        <div className="max-w-[48rem]">
            <h3 className="mb-1 text-std-16B-170">{m.trouble}</h3>
            <Rich pieces={consultation.trouble_pieces} />
            {consultation.wanted_pieces.length > 0 && (
                <>
                    <h3 className="mt-4 mb-1 text-std-16B-170">{m.wanted}</h3>
                    <Rich pieces={consultation.wanted_pieces} />
                </>
            )}
            <Files files={consultation.files} />
        </div>
    );
}
