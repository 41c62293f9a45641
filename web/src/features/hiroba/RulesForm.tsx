import { queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { toast } from "../../ui/toasts.ts";
import { Writing } from "../../ui/Writing.tsx";
import { EditForm } from "./EditForm.tsx";
import { useTwoHands } from "./useTwoHands.ts";
import { words } from "./words.ts";

/** The rules of the house, as shipped until the city has written its own. */
export function RulesForm({ rules }: { rules: Schema<"Rules"> }) {
    const m = useWords(words);
    const askAgain = () => queries.invalidateQueries({ queryKey: ["get", "/hiroba/rules"], exact: false });
    const hands = useTwoHands({
        begun: { revision: rules.revision, title: "", text: rules.text },
        save: ({ revision, text }) => server.PUT("/hiroba/rules", { body: { revision, text } }),
        theirs: async () => {
            const { data } = await server.GET("/hiroba/rules");
            return { revision: data?.revision ?? 0, title: "", text: data?.text ?? "" };
        },
        onDone: () => {
            toast(m.saved);
            void askAgain();
        },
    });
    return (
        <div className="max-w-3xl">
            <p className="mb-3 text-quiet">{rules.revision === 0 ? m.rules_shipped : m.rules_own}</p>
            <EditForm hands={hands}>
                <Writing
                    plain
                    className=""
                    label={m.rules}
                    lines={16}
                    value={hands.mine.text}
                    onChange={(text) => hands.change({ text })}
                />
            </EditForm>
        </div>
    );
}
