import { useParams } from "@tanstack/react-router";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { SectionView } from "./SectionView.tsx";
import { words } from "./words.ts";

export function SectionPage() {
    const { unit } = useParams({ strict: false });
    return <SectionView key={unit} unit={Number(unit)} />;
}

/** 「所属」: the section of the one signed in. */
export function MySectionPage() {
    const m = useWords(words);
    const me = useMe();
    if (me.unit !== null) return <SectionView unit={me.unit} />;
    return (
        <>
            <PageHead title={m.no_unit} />
            <EmptyState title={m.no_unit} icon="unit">
                {m.no_unit_hint}
            </EmptyState>
        </>
    );
}
