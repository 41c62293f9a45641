import { usePair, useWords } from "../../i18n/words.ts";
import { Select } from "../../ui/Select.tsx";
import type { Channel } from "./topics.ts";
import { words } from "./words.ts";

interface Props {
    channels: readonly Channel[];
    shown: string;
    onChoose: (id: string) => void;
}

/** On a phone the channels are one line before the topics instead of a list beside them. */
export function ChannelChoice({ channels, shown, onChoose }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const open = channels.filter(({ archived }) => !archived);
    return (
        <Select
            plain
            small
            label={m.channels}
            className="mb-3 desk:hidden"
            empty={m.every_channel}
            value={shown}
            onChange={onChoose}
            options={open.map((channel) => {
                const name = pair(channel.name, channel.name_en);
                return { value: String(channel.id), label: channel.unread > 0 ? `${name} (${m.unread(channel.unread)})` : name };
            })}
        />
    );
}
