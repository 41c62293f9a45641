import { useState } from "react";
import { api } from "../../api/client.ts";
import { number } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { ChannelDialog } from "./ChannelDialog.tsx";
import { terms } from "./terms.ts";
import type { Channel } from "./topics.ts";
import { words } from "./words.ts";

/** The channels in their order, archived ones last. */
export function ChannelSettings() {
    const m = useWords(words);
    const query = api.useQuery("get", "/channels");
    const [open, setOpen] = useState<Channel | "new" | null>(null);
    return (
        <Ask query={query}>
            {({ channels }) => (
                <>
                    <Button icon="talk" className="mb-4" onPress={() => setOpen("new")}>
                        {m.add_channel}
                    </Button>
                    <ul className="max-w-4xl border-line border-t">
                        {channels.map((channel) => (
                            <ChannelLine key={channel.id} channel={channel} onChange={() => setOpen(channel)} />
                        ))}
                    </ul>
                    {open && (
                        <ChannelDialog
                            channel={open === "new" ? null : open}
                            position={10 * (1 + (open === "new" ? channels.length : channels.indexOf(open)))}
                            onClose={() => setOpen(null)}
                        />
                    )}
                </>
            )}
        </Ask>
    );
}

function ChannelLine({ channel, onChange }: { channel: Channel; onChange: () => void }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    return (
        <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-b py-3">
            <span className="typed min-w-0 flex-1 basis-72">
                <bdi className="font-bold">{pair(channel.name, channel.name_en)}</bdi> <Badge>{t.kind[channel.kind]}</Badge>{" "}
                {channel.group !== null && <Badge tone="info">{m.closed_group(channel.group_name)}</Badge>}{" "}
                {channel.archived && <Badge tone="warn">{m.archived}</Badge>}
                <span className="block text-quiet text-sm">
                    {channel.about} {m.topic_count(number(channel.topics))}
                </span>
            </span>
            <Button size="small" icon="edit" onPress={onChange}>
                {m.change}
            </Button>
        </li>
    );
}
