import { api } from "../../api/client.ts";
import { useMay } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Select } from "../../ui/Select.tsx";
import { words } from "./words.ts";

interface Props {
    value: number | null;
    onChange: (id: number | null) => void;
    error?: string;
    id?: string;
}

/** The channels one may write in; a closed group's says so. */
export function ChannelSelect({ value, onChange, error, id }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const moderates = useMay("moderate");
    const query = api.useQuery("get", "/channels");
    const open = (query.data?.channels ?? []).filter(
        (channel) => channel.id === value || (!channel.archived && (channel.kind !== "answers" || moderates)),
    );
    const chosen = open.find((channel) => channel.id === value);
    const about = chosen && [chosen.about, chosen.group !== null && m.group_readers(chosen.group_name)].filter(Boolean).join(" ");
    return (
        <Select
            id={id}
            label={m.channel}
            hint={about}
            error={error}
            required
            empty={m.channel_choose}
            value={value === null ? "" : String(value)}
            onChange={(chosen_id) => onChange(chosen_id ? Number(chosen_id) : null)}
            options={open.map((channel) => ({ value: String(channel.id), label: pair(channel.name, channel.name_en) }))}
        />
    );
}
