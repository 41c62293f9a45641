import { useWords } from "../../i18n/words.ts";
import { Steps } from "../../ui/Steps.tsx";
import { type Stage, stages } from "./cases.ts";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

/** How far the case has come, from the issue to other sections. */
export function StageLine({ stage }: { stage: Stage }) {
    const m = useWords(words);
    const t = useWords(terms);
    return <Steps label={m.stage} steps={stages.map((one) => t.stage[one])} at={stages.indexOf(stage)} />;
}
