import { Link } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { words } from "./words.ts";

/** What the reader's own section is at this year; nothing for who stands in none. */
export function MyTheme() {
    const m = useWords(words);
    const me = useMe();
    const { fiscal_year } = useAsOf();
    const query = api.useQuery(
        "get",
        "/themes",
        { params: { query: { fiscal_year, unit: me.unit ?? undefined } } },
        { enabled: me.unit !== null },
    );
    if (me.unit === null || !query.data) return null;
    const own = query.data.themes.filter(({ unit }) => unit === me.unit);
    const names = query.data.may_name_any || query.data.may_name.some(({ unit }) => unit === me.unit);
    if (own.length === 0 && !names) return null;
    return (
        <section aria-label={m.my_theme} className="mb-8 rounded-8 border border-line px-4 py-3">
            <h2 className="text-quiet text-sm">
                {m.my_theme} · {me.unit_name}
            </h2>
            {own.length === 0 ? (
                <p>
                    {m.my_theme_none}{" "}
                    <Link to="/improvement/themes" className="link">
                        {m.to_theme}
                    </Link>
                </p>
            ) : (
                <ul>
                    {own.map((theme) => (
                        <li key={theme.id}>
                            <Link to="/improvement/themes" className="link font-bold">
                                {theme.title}
                            </Link>
                            {theme.aim && <span className="block text-sm">{theme.aim}</span>}
                        </li>
                    ))}
                </ul>
            )}
        </section>
    );
}
