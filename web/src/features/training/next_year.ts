// What the drafting of the next year did, as sentences; what did not happen is not said.
import type { Schema } from "../../api/types.ts";
import type { words } from "./year_words.ts";

type Counted = Pick<Schema<"NextYear">, "added" | "changed" | "stopped" | "already" | "every_year" | "gone" | "new_draft">;

export function draftedWords(made: Counted, m: ReturnType<typeof words.ja>["done"]): string[] {
    const counted = ["changed", "stopped", "already", "gone", "every_year"] as const;
    return [
        made.new_draft ? m.new_draft : "",
        made.added > 0 ? m.added(made.added) : m.nothing,
        ...counted.map((name) => (made[name] > 0 ? m[name](made[name]) : "")),
    ].filter((said) => said !== "");
}
