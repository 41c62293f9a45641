import { Link } from "@tanstack/react-router";
import { usePair, useWords } from "../../i18n/words.ts";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Section } from "../../ui/Section.tsx";
import type { Channel } from "./topics.ts";
import { words } from "./words.ts";

/** The channels one may read, with what is new in each. */
export function ChannelList({ channels, shown }: { channels: readonly Channel[]; shown: string }) {
    const m = useWords(words);
    const open = channels.filter(({ archived }) => !archived);
    const unread = open.reduce((all, channel) => all + channel.unread, 0);
    return (
        <Section title={m.channels} level={3}>
            <ul className="text-table">
                <li>
                    <Entry to="" on={shown === ""} unread={unread}>
                        {m.every_channel}
                    </Entry>
                </li>
                {open.map((channel) => (
                    <li key={channel.id}>
                        <ChannelEntry channel={channel} on={shown === String(channel.id)} />
                    </li>
                ))}
            </ul>
        </Section>
    );
}

function ChannelEntry({ channel, on }: { channel: Channel; on: boolean }) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <Entry to={String(channel.id)} on={on} unread={channel.unread}>
            <bdi>{pair(channel.name, channel.name_en)}</bdi>
            {channel.group !== null && (
                <>
                    <Icon name="lock" size={16} className="ml-1 align-text-bottom text-quiet" />
                    <span className="sr-only">{m.closed_group(channel.group_name)}</span>
                </>
            )}
        </Entry>
    );
}

function Entry({ to, on, unread, children }: { to: string; on: boolean; unread: number; children: React.ReactNode }) {
    const m = useWords(words);
    return (
        <Link
            to="/hiroba"
            search={(before) => ({ ...before, channel: to || undefined })}
            aria-current={on ? "true" : undefined}
            className={classes(
                "flex min-h-10 items-center justify-between gap-3 border-l-4 px-3 py-1 text-ink no-underline hover:bg-wash hover:underline",
                on ? "border-primary bg-primary-wash font-bold" : "border-transparent",
            )}
        >
            <span className="min-w-0">{children}</span>
            {unread > 0 && (
                <span className="tabular shrink-0 whitespace-nowrap rounded-full bg-primary px-2 text-white text-xs leading-5">
                    <span aria-hidden="true">{unread > 99 ? "99+" : unread}</span>
                    <span className="sr-only">{m.unread(unread)}</span>
                </span>
            )}
        </Link>
    );
}
