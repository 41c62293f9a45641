import { Link, useRouter } from "@tanstack/react-router";
import type { MouseEvent } from "react";
import { useWords } from "../../i18n/words.ts";
import { Moment } from "../../ui/Day.tsx";
import { Section } from "../../ui/Section.tsx";
import { type Group, type Hit, plainOf } from "./found.ts";
import { Marked } from "./Marked.tsx";
import { words } from "./words.ts";

/** What was found of one kind; beside the others only the best, alone all that the server gives. */
export function GroupPart({ group, alone }: { group: Group; alone: boolean }) {
    const m = useWords(words);
    const rest = !alone && (group.or_more || group.count > group.hits.length);
    return (
        <Section title={`${m.kind[group.kind]} ${m.count(group)}`}>
            <ul className="max-w-4xl">
                {group.hits.map((hit) => (
                    <li key={hit.url + hit.code} className="border-line border-b py-3 first:border-t">
                        <Line hit={hit} />
                    </li>
                ))}
            </ul>
            {rest && (
                <p className="mt-3">
                    <Link to="/search" search={(before) => ({ ...before, kind: group.kind })} className="link">
                        {m.more(m.kind[group.kind])}
                    </Link>
                </p>
            )}
            {alone && group.count > group.hits.length && <p className="mt-3 text-quiet">{m.best_only(group.hits.length)}</p>}
        </Section>
    );
}

function Line({ hit }: { hit: Hit }) {
    const router = useRouter();
    const href = router.basepath + hit.url;
    const go = (event: MouseEvent) => {
        if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void router.navigate({ href });
    };
    return (
        <>
            <a href={href} onClick={go} className="typed link block font-bold">
                <Marked parts={hit.title} />
            </a>
            {plainOf(hit.text) !== "" && (
                <p className="typed text-table">
                    <Marked parts={hit.text} />
                </p>
            )}
            {hit.at && (
                <p className="text-quiet text-sm">
                    <Moment at={hit.at} />
                </p>
            )}
        </>
    );
}
