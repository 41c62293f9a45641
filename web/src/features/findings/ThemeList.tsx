import { useState } from "react";
import { queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Sure } from "../../ui/Sure.tsx";
import { toast } from "../../ui/toasts.ts";
import type { Theme } from "./coding.ts";
import { words } from "./text_words.ts";

/** The themes with how many texts each has, and the key that sets it. */
export function ThemeList({ themes, onAdd }: { themes: readonly Theme[]; onAdd: () => void }) {
    const m = useWords(words);
    const [removing, setRemoving] = useState<Theme | null>(null);
    return (
        <section aria-label={m.themes} className="mb-6">
            <h2 className="mb-2 text-std-18B-160">{m.themes}</h2>
            {themes.length === 0 && <p className="mb-2 text-quiet text-table">{m.no_themes}</p>}
            <ul className="mb-2 text-table">
                {themes.map((theme, index) => (
                    <li key={theme.id} className="flex items-center gap-2 border-line border-b first:border-t">
                        <span aria-hidden="true" className="tabular w-5 text-center text-quiet">
                            {index < 9 ? index + 1 : ""}
                        </span>
                        <span className="min-w-0 flex-1 py-1.5">{theme.name}</span>
                        <span className="tabular">{m.theme_count(theme.texts)}</span>
                        <IconButton icon="close" label={m.remove_theme(theme.name)} onPress={() => setRemoving(theme)} />
                    </li>
                ))}
            </ul>
            <Button size="small" onPress={onAdd}>
                {m.add_theme}
            </Button>
            {removing && <RemoveDialog theme={removing} onClose={() => setRemoving(null)} />}
        </section>
    );
}

function RemoveDialog({ theme, onClose }: { theme: Theme; onClose: () => void }) {
    const m = useWords(words);
    const act = async () => {
        await server.DELETE("/survey-themes/{id}", { params: { path: { id: theme.id } } });
        toast(m.theme_removed);
        await queries.invalidateQueries({ queryKey: ["get", "/survey-waves/{id}/texts"] });
        onClose();
    };
    return (
        <Sure danger title={m.remove_title(theme.name)} submit={m.remove} act={act} onClose={onClose}>
            {m.remove_hint(theme.texts)}
        </Sure>
    );
}
