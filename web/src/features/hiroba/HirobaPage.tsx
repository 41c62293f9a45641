import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useEvents } from "../../api/events.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { Answerers } from "./Answerers.tsx";
import { ChannelChoice } from "./ChannelChoice.tsx";
import { ChannelList } from "./ChannelList.tsx";
import { HirobaTabs } from "./HirobaTabs.tsx";
import { RulesLink } from "./RulesLink.tsx";
import { SpeedLine } from "./SpeedLine.tsx";
import { TopicList } from "./TopicList.tsx";
import { askListsAgain, type View, views } from "./topics.ts";
import { ViewTabs } from "./ViewTabs.tsx";
import { words } from "./words.ts";

/** ひろば: what is asked and answered in the house, and how quickly. */
export function HirobaPage() {
    const m = useWords(words);
    const moderates = useMay("moderate");
    const [{ channel, view, tag }, setFilters] = useFilters(["channel", "view", "tag"]);
    const shown: View = views.find((one) => one === view) ?? "all";
    const speed = api.useQuery("get", "/hiroba/speed");
    const channels = api.useQuery("get", "/channels");
    const here = channels.data?.channels.find(({ id }) => String(id) === channel);
    return (
        <>
            <HirobaTabs />
            <PageHead
                title={m.title}
                action={
                    <LinkButton to="/hiroba/new" search={{ channel: channel || undefined } as never} look="primary">
                        {m.write}
                    </LinkButton>
                }
            >
                {speed.data && <SpeedLine speed={speed.data} />}
            </PageHead>
            <div className="grid grid-cols-1 gap-x-10 gap-y-8 desk:grid-cols-[minmax(0,1fr)_16rem]">
                <section aria-label={m.topics} className="min-w-0">
                    <ChannelChoice
                        channels={channels.data?.channels ?? []}
                        shown={here ? channel : ""}
                        onChoose={(id) => setFilters({ channel: id })}
                    />
                    <ViewTabs shown={shown} />
                    <Narrowed channel={here?.name} tag={tag} onClear={(name) => setFilters({ [name]: "" })} />
                    <News />
                    <TopicList view={shown} channel={here?.id} tag={tag} />
                </section>
                <aside aria-label={m.about} className="content-start">
                    <div className="max-desk:hidden">
                        <Ask query={channels} small>
                            {(data) => <ChannelList channels={data.channels} shown={channel} />}
                        </Ask>
                    </div>
                    <RulesLink />
                    {speed.data && <Answerers people={speed.data.answerers} />}
                    {moderates && (
                        <ul className="grid gap-1">
                            <li>
                                <Link to="/hiroba/reports" className="link">
                                    {m.to_reports}
                                </Link>
                            </li>
                            <li>
                                <Link to="/hiroba/settings" className="link">
                                    {m.to_settings}
                                </Link>
                            </li>
                        </ul>
                    )}
                </aside>
            </div>
        </>
    );
}

function Narrowed({ channel, tag, onClear }: { channel?: string; tag: string; onClear: (name: "channel" | "tag") => void }) {
    const m = useWords(words);
    if (!channel && !tag) return null;
    return (
        <p className="mb-3 flex flex-wrap items-center gap-2">
            {channel && (
                <Button size="small" icon="close" onPress={() => onClear("channel")}>
                    <bdi>{m.not_only(channel)}</bdi>
                </Button>
            )}
            {tag && (
                <Button size="small" icon="close" onPress={() => onClear("tag")}>
                    <bdi>{m.not_only(`#${tag}`)}</bdi>
                </Button>
            )}
        </p>
    );
}

/** Something new was written: the list stays as it is being read until one asks for it. */
function News() {
    const m = useWords(words);
    const [some, setSome] = useState(false);
    useEvents("hiroba", () => setSome(true));
    return (
        <div role="status">
            {some && (
                <Button
                    look="quiet"
                    size="small"
                    className="mb-2 w-full border-primary"
                    onPress={() => {
                        setSome(false);
                        void askListsAgain();
                    }}
                >
                    {m.show_new}
                </Button>
            )}
        </div>
    );
}
