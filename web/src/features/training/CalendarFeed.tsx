import { useState } from "react";
import { api, queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Moment } from "../../ui/Day.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../../ui/Section.tsx";
import { toast } from "../../ui/toasts.ts";
import { useMoves } from "./useMoves.ts";
import { useOnce } from "./useOnce.ts";
import { words } from "./words.ts";

/** The address with which one's own calendar program reads the sessions. It is shown once; a new one ends the one before. */
export function CalendarFeed() {
    const m = useWords(words);
    const { failed } = useMoves();
    const feed = api.useQuery("get", "/me/calendar").data;
    const [address, setAddress] = useState<string | null>(null);
    const make = useOnce(async () => {
        try {
            const { data } = await server.POST("/me/calendar");
            if (data) setAddress(window.location.origin + data.path);
            await queries.invalidateQueries({ queryKey: ["get", "/me/calendar"] });
        } catch (error) {
            failed(error);
        }
    });
    const stop = useOnce(async () => {
        try {
            await server.DELETE("/me/calendar");
            setAddress(null);
            toast(m.calendar_stopped);
            await queries.invalidateQueries({ queryKey: ["get", "/me/calendar"] });
        } catch (error) {
            failed(error);
        }
    });
    if (!feed) return null;
    return (
        <div className="no-print">
            <Section title={m.calendar} lead={m.calendar_lead}>
                {address && (
                    <div className="mb-4 max-w-3xl">
                        <Notice tone="good" title={m.calendar_once} live>
                            <code className="mt-1 block break-all text-table" data-address>
                                {address}
                            </code>
                            {/* A page without TLS has no clipboard. */}
                            {window.isSecureContext && (
                                <div className="mt-2">
                                    <Button
                                        size="small"
                                        onPress={() =>
                                            void navigator.clipboard.writeText(address).then(() => toast(m.calendar_copied))
                                        }
                                    >
                                        {m.calendar_copy}
                                    </Button>
                                </div>
                            )}
                        </Notice>
                    </div>
                )}
                {feed.active && feed.created_at && (
                    <p className="mb-3">
                        {m.calendar_active} <Moment at={feed.created_at} />
                    </p>
                )}
                <div className="flex flex-wrap items-center gap-3">
                    <Button onPress={make}>{feed.active ? m.calendar_renew : m.calendar_make}</Button>
                    {feed.active && (
                        <>
                            <Button look="quiet" onPress={stop}>
                                {m.calendar_stop}
                            </Button>
                            <span className="text-quiet text-table">{m.calendar_renew_hint}</span>
                        </>
                    )}
                </div>
            </Section>
        </div>
    );
}
