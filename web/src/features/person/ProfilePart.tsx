import type { Schema } from "../../api/types.ts";
import { lastDay } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Day, Period } from "../../ui/Day.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { Section } from "../../ui/Section.tsx";
import { words } from "./words.ts";

type Profile = Schema<"Profile">;

/** What the roster says: posts, appointments, terms of employment. */
export function ProfilePart({ profile, date }: { profile: Profile; date: string }) {
    const m = useWords(words);
    const { engagement } = profile;
    const posts = profile.postings.filter(({ ended_on }) => ended_on === null || ended_on > date);
    return (
        <>
            {profile.appointments.length > 0 && (
                <Section title={m.appointments}>
                    <ul className="text-table">
                        {profile.appointments.map((one) => (
                            <li key={one.id} className="border-line border-b py-2">
                                <strong>{one.role_name}</strong>{" "}
                                <span className="text-quiet">
                                    <Period from={one.valid_from} until={lastDay(one.valid_until)} />
                                </span>
                                <span className="block text-quiet text-sm">
                                    {[one.reason, one.basis_no && m.basis(one.basis_no)].filter(Boolean).join(" ")}
                                </span>
                            </li>
                        ))}
                    </ul>
                </Section>
            )}
            <Section title={m.posts}>
                <ul className="text-table">
                    {posts.map((post) => (
                        <li key={post.id} className="border-line border-b py-2">
                            <Phrases>{post.unit_path}</Phrases>
                            <span className="block">
                                {m.post[post.kind]} {post.title || post.rank}
                                {post.is_head && ` (${m.head})`}
                            </span>
                            <span className="text-quiet text-sm">
                                <Period from={post.effective_on} until={null} />
                            </span>
                        </li>
                    ))}
                </ul>
            </Section>
            <Section title={m.facts}>
                <DefinitionList
                    dense
                    items={[
                        [m.fact.former_name, profile.former_name],
                        [m.fact.legal_name, profile.legal_name],
                        [m.fact.employment, engagement?.employment],
                        [m.fact.occupation, engagement?.occupation],
                        [m.fact.recruitment, engagement?.recruitment],
                        [m.fact.pc, engagement && (engagement.uses_pc ? m.yes : m.no)],
                        [m.fact.external, engagement?.is_external ? m.yes : ""],
                        [m.fact.systems, profile.systems.map(({ system }) => system).join("、")],
                        [m.fact.joined, profile.joined_on && <Day key="j" iso={profile.joined_on} />],
                        [m.fact.left, profile.left_on && <Day key="l" iso={lastDay(profile.left_on)} />],
                        [m.fact.numbers, profile.numbers.filter((no) => no !== profile.staff_no).join("、")],
                        [m.fact.email, profile.email && <Mail key="m" address={profile.email} />],
                        [m.fact.motivation, profile.motivation],
                    ]}
                />
            </Section>
        </>
    );
}

/** Wraps before the @ where it must. */
function Mail({ address }: { address: string }) {
    const at = Math.max(0, address.indexOf("@"));
    return (
        <>
            {address.slice(0, at)}
            <wbr />
            {address.slice(at)}
        </>
    );
}
