import { useState } from "react";
import { api } from "../../api/client.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import { AddMember } from "./AddMember.tsx";
import { GroupDialog } from "./GroupDialog.tsx";
import { MemberLine } from "./MemberLine.tsx";
import { words } from "./words.ts";

/** Closed groups: who reads what stays within them. */
export function GroupSettings() {
    const m = useWords(words);
    const moderates = useMay("moderate");
    const query = api.useQuery("get", "/groups", {}, { staleTime: 0 });
    const [adding, setAdding] = useState(false);
    return (
        <>
            {moderates && (
                <Button icon="lock" className="mb-6" onPress={() => setAdding(true)}>
                    {m.add_group}
                </Button>
            )}
            <Ask query={query}>
                {({ groups }) =>
                    groups.length === 0 ? (
                        <EmptyState icon="lock" title={m.no_groups}>
                            {m.no_groups_hint}
                        </EmptyState>
                    ) : (
                        groups.map((group) => (
                            <Section key={group.id} title={group.name} lead={group.purpose}>
                                {group.members.length === 0 && <p className="text-quiet">{m.members_unseen}</p>}
                                <ul className="max-w-3xl">
                                    {group.members.map((member) => (
                                        <MemberLine key={member.account} group={group} member={member} />
                                    ))}
                                </ul>
                                {group.may_change && <AddMember group={group.id} />}
                            </Section>
                        ))
                    )
                }
            </Ask>
            {adding && <GroupDialog onClose={() => setAdding(false)} />}
        </>
    );
}
