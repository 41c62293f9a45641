import { use } from "react";
import { LanguageContext } from "../../i18n/context.ts";
import { timesOf } from "./runs.ts";

/** A session's day and hours. */
export function When({ session }: { session: { starts_at: string; ends_at: string } }) {
    const { language } = use(LanguageContext);
    return (
        <time dateTime={session.starts_at} title={session.starts_at}>
            {timesOf(session, language)}
        </time>
    );
}
