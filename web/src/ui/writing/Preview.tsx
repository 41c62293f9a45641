import { api } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../Ask.tsx";
import { Rich } from "../Rich.tsx";
import { words } from "./words.ts";

/** What the text will be, read by the server as it will be read then. */
export function Preview({ text }: { text: string }) {
    const m = useWords(words);
    const query = api.useQuery("post", "/writing/preview", { body: { text } }, { enabled: text.trim() !== "", gcTime: 0 });
    return (
        <section aria-label={m.look} className="min-h-40 px-3 py-2">
            {text.trim() === "" ? (
                <p className="text-quiet">{m.nothing_to_see}</p>
            ) : (
                <Ask query={query} lines={3} small>
                    {({ pieces }) => <Rich pieces={pieces} />}
                </Ask>
            )}
        </section>
    );
}
