import { useState } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { LicenceDialog } from "./LicenceDialog.tsx";
import { LicenceItem } from "./LicenceItem.tsx";
import { words } from "./licence_words.ts";
import { TrainingNav } from "./TrainingNav.tsx";

/** 自主学習のライセンス: what one may ask for, and why not; the office adds and gives them. */
export function LicencesPage() {
    const licences = api.useQuery("get", "/licences");
    return (
        <>
            <TrainingNav />
            <Ask query={licences}>{(found) => <Found licences={found.licences} />}</Ask>
        </>
    );
}

function Found({ licences }: { licences: Schema<"Licences">["licences"] }) {
    const m = useWords(words);
    const manages = useMay("training_manage");
    const [adding, setAdding] = useState(false);
    return (
        <>
            <PageHead
                title={m.title}
                action={
                    manages && (
                        <Button look="primary" onPress={() => setAdding(true)}>
                            {m.add}
                        </Button>
                    )
                }
            >
                {m.lead(licences.filter(({ may_ask }) => may_ask).length)}
            </PageHead>
            {licences.length === 0 ? (
                <EmptyState title={m.none} icon="book">
                    {m.none_hint}
                </EmptyState>
            ) : (
                <ul>
                    {licences.map((licence) => (
                        <LicenceItem key={licence.id} licence={licence} />
                    ))}
                </ul>
            )}
            {adding && <LicenceDialog licence={null} onClose={() => setAdding(false)} />}
        </>
    );
}
