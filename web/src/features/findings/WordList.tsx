import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { classes } from "../../ui/classes.ts";
import { words as texts } from "./text_words.ts";

interface Props {
    words: readonly Schema<"WordCount">[];
    chosen: string;
    onChoose: (word: string) => void;
}

/** Words with how many texts have them; each narrows the list to those. */
export function WordList({ words, chosen, onChoose }: Props) {
    const m = useWords(texts);
    if (words.length === 0) return null;
    return (
        <section aria-label={m.words}>
            <h2 className="text-std-18B-160">{m.words}</h2>
            <p className="mb-2 text-quiet text-sm">{m.words_lead}</p>
            <ul className="flex flex-wrap gap-1.5 text-table">
                {words.map(({ word, texts }) => (
                    <li key={word}>
                        <button
                            type="button"
                            aria-pressed={word === chosen}
                            aria-label={m.word_in(word, texts)}
                            onClick={() => onChoose(word === chosen ? "" : word)}
                            className={classes(
                                "min-h-8 cursor-pointer rounded-4 border px-2",
                                word === chosen
                                    ? "border-primary bg-primary-wash font-bold"
                                    : "border-line hover:bg-primary-wash",
                            )}
                        >
                            {word} <span className="tabular text-quiet text-sm">{texts}</span>
                        </button>
                    </li>
                ))}
            </ul>
        </section>
    );
}
