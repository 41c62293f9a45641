import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Why } from "../../ui/Why.tsx";
import { member_words } from "./member_words.ts";
import { words } from "./words.ts";

interface Props {
    about: string;
    confidence: Schema<"Confidence"> | undefined;
    note: string;
    alternative?: string;
    clause: string;
}

/** The mark beside what was read with doubt, with why, and the other reading. Nothing beside what is certain. */
export function Doubt({ about, confidence, note, alternative, clause }: Props) {
    const m = useWords(words);
    const n = useWords(member_words);
    if (!confidence || confidence === "certain") return null;
    return (
        <span className="whitespace-nowrap">
            <Badge tone="warn">{m.confidence}</Badge>
            <Why
                about={about}
                clause={clause}
                more={[
                    [n.members.confidence ?? "", n.values[confidence]],
                    [m.note, note],
                    [m.alternative, alternative],
                ]}
            />
        </span>
    );
}
