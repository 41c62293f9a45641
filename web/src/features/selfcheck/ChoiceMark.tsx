import { useWords } from "../../i18n/words.ts";
import { classes } from "../../ui/classes.ts";
import type { Choice } from "./answers.ts";
import { looks, signs, terms } from "./terms.ts";

/** An answer in sign and word; the colour repeats both. */
export function ChoiceMark({ choice }: { choice: Choice }) {
    const t = useWords(terms);
    return (
        <span className={classes("inline-flex items-baseline gap-1 rounded-4 border border-line px-1.5", looks[choice])}>
            <span aria-hidden="true" className="rounded-4 bg-inherit">
                {signs[choice]}
            </span>
            <span className="bg-inherit">{t.choice[choice]}</span>
        </span>
    );
}
