import { useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { StaffPicker } from "../staff/StaffPicker.tsx";
import type { MemberDraft } from "./cases.ts";
import { words } from "./form_words.ts";

interface Props {
    team: readonly MemberDraft[];
    onChange: (team: MemberDraft[]) => void;
}

/** Who took part, each with what they did; found by name. */
export function TeamField({ team, onChange }: Props) {
    const m = useWords(words);
    // Another key empties the field for the next person.
    const [added, setAdded] = useState(0);
    return (
        <div className="max-w-2xl">
            <p className="mb-2 text-quiet text-sm">{team.length === 0 ? m.no_team : m.team_hint}</p>
            <ul className="mb-3 grid gap-2">
                {team.map((member) => (
                    <li
                        key={member.staff}
                        className="grid grid-cols-[minmax(0,1fr)_2.5rem] items-center gap-x-2 gap-y-1 sm:grid-cols-[12rem_minmax(0,1fr)_2.5rem]"
                    >
                        <span className="max-sm:col-start-1">
                            {member.name}
                            <span className="block text-quiet text-sm">{member.unit_name}</span>
                        </span>
                        <input
                            aria-label={m.part(member.name)}
                            placeholder={m.part_head}
                            value={member.part}
                            maxLength={100}
                            onChange={({ target }) =>
                                onChange(team.map((one) => (one.staff === member.staff ? { ...one, part: target.value } : one)))
                            }
                            className="field field-small max-sm:col-start-1 max-sm:row-start-2"
                        />
                        <IconButton
                            icon="close"
                            label={m.member_remove(member.name)}
                            onPress={() => onChange(team.filter(({ staff }) => staff !== member.staff))}
                        />
                    </li>
                ))}
            </ul>
            <StaffPicker
                key={added}
                plain
                label={m.member}
                value={null}
                onChange={(picked, row) => {
                    if (!picked || team.some(({ staff }) => staff === picked.id)) return setAdded((n) => n + 1);
                    onChange([...team, { staff: picked.id, name: picked.name, unit_name: row?.unit_name ?? "", part: "" }]);
                    setAdded((n) => n + 1);
                }}
            />
        </div>
    );
}
