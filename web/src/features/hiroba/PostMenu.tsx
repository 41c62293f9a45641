import { useState } from "react";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { iconButtonLook } from "../../ui/IconButton.tsx";
import { Menu, type MenuEntry } from "../../ui/Menu.tsx";
import { copied } from "../../ui/rich/copying.ts";
import { toast } from "../../ui/toasts.ts";
import { ReportDialog } from "./ReportDialog.tsx";
import { StateDialog } from "./StateDialog.tsx";
import type { Reply, Topic } from "./topics.ts";
import { words } from "./words.ts";

interface Props {
    topic: Topic;
    /** Without it the menu is the topic's. */
    reply?: Reply;
    onEdit: () => void;
}

type Asked = "report" | "hide" | "show" | "close" | "open";

/** What else may be done with a text, by who may. */
export function PostMenu({ topic, reply, onEdit }: Props) {
    const m = useWords(words);
    const { account } = useMe();
    const [asked, setAsked] = useState<Asked | null>(null);
    const post = reply ?? topic;
    const mine = post.author.account === account;
    const decides = mine || topic.may_moderate;
    const copyLink = async () => {
        const { origin, pathname } = window.location;
        const link = origin + pathname + (reply ? `#reply-${reply.id}` : "");
        toast((await copied(link)) ? m.link_copied : link);
    };
    const entry = (id: Asked, icon: MenuEntry["icon"], label: string, shown: boolean): MenuEntry[] =>
        shown ? [{ id, icon, label, act: () => setAsked(id) }] : [];
    const entries: MenuEntry[] = [
        ...(post.may_edit ? [{ id: "edit", icon: "edit" as const, label: m.edit, act: onEdit }] : []),
        { id: "link", icon: "link", label: m.copy_link, act: () => void copyLink() },
        ...entry("close", "lock", m.close_topic, !reply && decides && !topic.closed),
        ...entry("open", "lock", m.open_topic, !reply && decides && topic.closed),
        ...entry("hide", "close", mine ? m.withdraw : m.hide, decides && !post.hidden),
        ...entry("show", "undo", m.show_again, decides && post.hidden),
        ...entry("report", "flag", m.report, !mine && !post.hidden),
    ];
    const close = () => setAsked(null);
    return (
        <>
            <Menu label={m.menu_of(post.author.name)} entries={entries} className={`${iconButtonLook} -mt-1.5 -mr-2`}>
                <Icon name="more" />
            </Menu>
            {asked === "report" && <ReportDialog topic={topic.id} reply={reply?.id} onClose={close} />}
            {asked && asked !== "report" && (
                <StateDialog topic={topic} reply={reply} change={asked} mine={mine} onClose={close} />
            )}
        </>
    );
}
