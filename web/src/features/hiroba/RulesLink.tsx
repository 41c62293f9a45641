import { useState } from "react";
import { api } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Rich } from "../../ui/Rich.tsx";
import { words } from "./words.ts";

/** The house rules, one press away wherever something is written. */
export function RulesLink() {
    const m = useWords(words);
    const [open, setOpen] = useState(false);
    return (
        <p className="mb-8">
            <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)} className="link cursor-pointer">
                {m.rules}
            </button>
            <Dialog open={open} onClose={() => setOpen(false)} title={m.rules}>
                <RulesText />
            </Dialog>
        </p>
    );
}

function RulesText() {
    const rules = api.useQuery("get", "/hiroba/rules");
    return (
        <Ask query={rules} small>
            {({ pieces }) => <Rich pieces={pieces} headings={3} />}
        </Ask>
    );
}
