import { useParams } from "@tanstack/react-router";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { PersonView } from "./PersonView.tsx";
import { words } from "./words.ts";

export function PersonPage() {
    const { staff } = useParams({ strict: false });
    return <PersonView key={staff} staff={Number(staff)} />;
}

/** 「わたし」. */
export function MePage() {
    const m = useWords(words);
    const me = useMe();
    if (me.staff !== null) return <PersonView staff={me.staff} />;
    return (
        <>
            <PageHead title={me.name} />
            <EmptyState title={m.no_record} icon="person">
                {m.no_record_hint}
            </EmptyState>
        </>
    );
}
