import { Link } from "@tanstack/react-router";
import { use } from "react";
import type { Schema } from "../../api/types.ts";
import { useMay } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Moment } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Section } from "../../ui/Section.tsx";
import { words } from "./words.ts";

/** How fresh the roster is, and the way to a newer one. */
export function RosterPart({ roster }: { roster: Schema<"Roster"> }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const imports = useMay("import_people");
    const last = roster.last_import;
    const action = imports && <LinkButton to={"/imports" as "."}>{m.to_import}</LinkButton>;
    return (
        <Section title={m.roster} lead={m.roster_people(roster.people, roster.on_leave)} action={last && action}>
            {last ? (
                <p>
                    <span className="text-quiet">{m.last_import}:</span> <Moment at={last.imported_at} /> {last.file_name} (
                    {m.as_of(shortDate(last.as_of, language))}) {last.undone && <Badge tone="warn">{m.undone}</Badge>}
                    {!last.undone && last.refused > 0 && (
                        <Link to="/imports" search={{ run: String(last.id) }} className="link ml-2">
                            {m.refused_rows(last.refused)}
                        </Link>
                    )}
                </p>
            ) : (
                <EmptyState title={m.no_import} icon="upload" action={action}>
                    {m.no_import_hint}
                </EmptyState>
            )}
        </Section>
    );
}
