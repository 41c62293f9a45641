import { useState } from "react";
import { refusalOf, saidOf } from "../../api/refusal.ts";
import { useMe } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { toast } from "../../ui/toasts.ts";
import { setMember } from "./members.ts";
import type { Group, Member, MemberInput } from "./topics.ts";
import { words } from "./words.ts";

interface Props {
    group: Group;
    member: Member;
}

export function MemberLine({ group, member }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const { account } = useMe();
    const [pending, setPending] = useState(false);
    const set = async (body: MemberInput, undo?: MemberInput) => {
        setPending(true);
        try {
            await setMember(group.id, member.account, body);
            toast(m.saved, undo && { undo: () => void set(undo) });
        } catch (error) {
            toast(saidOf(refusalOf(error), pair), { tone: "bad" });
        } finally {
            setPending(false);
        }
    };
    const now = { member: true, keeper: member.keeper };
    return (
        <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b py-2">
            <span className="typed min-w-0">
                <bdi>{member.name}</bdi> <bdi className="text-quiet text-sm">{member.unit}</bdi>{" "}
                {member.keeper && <Badge>{m.keeper}</Badge>}
            </span>
            <span className="flex flex-wrap gap-2">
                {group.may_change && (
                    <Button
                        size="small"
                        look="quiet"
                        pending={pending}
                        onPress={() => void set({ member: true, keeper: !member.keeper }, now)}
                    >
                        {member.keeper ? m.keeper_no_more : m.make_keeper}
                    </Button>
                )}
                {(group.may_change || member.account === account) && (
                    <Button
                        size="small"
                        look="quiet"
                        pending={pending}
                        onPress={() => void set({ member: false, keeper: false }, group.may_change ? now : undefined)}
                    >
                        {member.account === account ? m.leave_group : m.take_out}
                    </Button>
                )}
            </span>
        </li>
    );
}
