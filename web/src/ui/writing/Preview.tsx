import { useQuery } from "@tanstack/react-query";
import { downloadUrl } from "../../api/client.ts";
import { refusalFrom } from "../../api/refusal.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../Ask.tsx";
import { Rich } from "../Rich.tsx";
import type { Piece } from "../rich/tree.ts";
import { words } from "./words.ts";

/** What the text will be, read by the server as it will be read then. */
export function Preview({ text }: { text: string }) {
    const m = useWords(words);
    const query = useQuery({
        queryKey: ["post", "/writing/preview", text],
        queryFn: () => previewOf(text),
        enabled: text.trim() !== "",
        gcTime: 0,
    });
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

async function previewOf(text: string): Promise<{ pieces: Piece[] }> {
    const answer = await fetch(downloadUrl("/writing/preview"), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ text }),
    });
    if (!answer.ok) throw await refusalFrom(answer);
    return answer.json();
}
