import { api } from "../../api/client.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import { Section } from "../../ui/Section.tsx";
import { isLive, tones } from "./claims.ts";
import { DecideClaim } from "./DecideClaim.tsx";
import { SourceLink } from "./SourceLink.tsx";
import { words } from "./words.ts";

/** On a person's page: what they claimed that is not evidence yet. What is confirmed stands with the skill. */
export function PersonClaims({ staff }: { staff: number }) {
    const m = useWords(words);
    const pair = usePair();
    const claims = api.useQuery("get", "/practice/claims", { params: { query: { staff } } }).data?.claims.filter(isLive) ?? [];
    if (claims.length === 0) return null;
    return (
        <Section title={m.part} level={3}>
            <ul>
                {claims.map((claim) => (
                    <li
                        key={claim.id}
                        className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b py-2 first:border-t"
                    >
                        <div className="min-w-0 flex-1 basis-64">
                            <p className="flex flex-wrap items-baseline gap-x-3">
                                <strong>{pair(claim.skill_name, claim.skill_name_en)}</strong>
                                <Badge tone={tones[claim.status]}>{m.status[claim.status]}</Badge>
                            </p>
                            <p className="text-sm">
                                <SourceLink url={claim.url}>{claim.title}</SourceLink>{" "}
                                <span className="text-quiet">
                                    {m.kind[claim.kind]} · <Day iso={claim.on} />
                                </span>
                            </p>
                            {claim.word && <p className="text-sm">{claim.word}</p>}
                        </div>
                        <DecideClaim claim={claim} />
                    </li>
                ))}
            </ul>
        </Section>
    );
}
