import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { toast } from "../../ui/toasts.ts";
import { useOnce } from "../training/useOnce.ts";
import { words } from "./consultation_words.ts";
import type { Consultation } from "./desk.ts";
import { desk, useFailed } from "./writing.ts";

/** Whoever asked says whether others may read the answer; asked once it is finished, changed at any time before it is published. */
export function Consent({ consultation: { id, status, consent, may, published, revision } }: { consultation: Consultation }) {
    const m = useWords(words);
    const failed = useFailed();
    const say = (consents: boolean) =>
        desk.consent(id, { consents, revision }).then(() => toast(consents ? m.consented : m.refused), failed);
    const agree = useOnce(() => say(true));
    const refuse = useOnce(() => say(false));
    if (!may.consent || published || status !== "finished") return null;
    return (
        <div className="no-print mb-8 max-w-3xl">
            <Notice
                title={m.consent_title}
                action={
                    <>
                        {consent !== "yes" && (
                            <Button size="small" look="primary" onPress={agree}>
                                {m.consent_yes}
                            </Button>
                        )}
                        {consent !== "no" && (
                            <Button size="small" onPress={refuse}>
                                {m.consent_no}
                            </Button>
                        )}
                    </>
                }
            >
                {m.consent_says[consent]} {m.consent_hint}
            </Notice>
        </div>
    );
}
