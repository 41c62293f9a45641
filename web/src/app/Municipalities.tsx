import { useEffect } from "react";
import { usePair, useWords } from "../i18n/words.ts";
import { Ask } from "../ui/Ask.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Icon } from "../ui/Icon.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { useMunicipalities } from "./municipalities.ts";
import { words } from "./words.ts";

/** The root page: which municipality? Each is its own world behind its own address. */
export function Municipalities() {
    const m = useWords(words);
    const pair = usePair();
    const query = useMunicipalities();
    useEffect(() => {
        document.title = m.product;
    }, [m]);
    return (
        <div className="mx-auto max-w-3xl px-4 py-10 desk:py-16">
            <header className="flex items-start justify-between gap-4">
                <p className="font-bold text-primary">{m.product}</p>
                <LanguageSwitch />
            </header>
            <main>
                <h1 className="text-std-28B-150">{m.choose_city}</h1>
                <p className="mt-1 mb-6 text-quiet">{m.choose_city_lead}</p>
                <Ask query={query} small>
                    {({ municipalities }) =>
                        municipalities.length === 0 ? (
                            <EmptyState title={m.no_city}>{m.no_city_hint}</EmptyState>
                        ) : (
                            <ul className="border-line border-t">
                                {municipalities.map((one) => (
                                    <li key={one.slug} className="border-line border-b">
                                        <a
                                            href={`/${one.slug}/`}
                                            className="group flex items-center gap-4 px-2 py-4 no-underline hover:bg-primary-wash"
                                        >
                                            <span className="min-w-0 flex-1">
                                                <span className="block font-bold text-std-20B-150 group-hover:underline">
                                                    {pair(one.name, one.name_en)}
                                                </span>
                                                <span className="block text-ink">{pair(one.plan_title, one.plan_title_en)}</span>
                                            </span>
                                            <Icon name="right" />
                                        </a>
                                    </li>
                                ))}
                            </ul>
                        )
                    }
                </Ask>
            </main>
        </div>
    );
}
