import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api, queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { Conflict } from "../../ui/Conflict.tsx";
import { Day } from "../../ui/Day.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { SaveBar } from "../../ui/SaveBar.tsx";
import { Section } from "../../ui/Section.tsx";
import { toast } from "../../ui/toasts.ts";
import { type Saved, useDocument } from "../../ui/useDocument.ts";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { AgendaEditor } from "./AgendaEditor.tsx";
import { AgendaTable } from "./AgendaTable.tsx";
import { addCase, type Item, itemsOf, type Meeting, timesOf, wholeOf } from "./agenda.ts";
import { CasePicker } from "./CasePicker.tsx";
import { DropMeeting } from "./DropMeeting.tsx";
import { words as flow_words } from "./flow_words.ts";
import { type HeadValues, MeetingDialog } from "./MeetingDialog.tsx";
import { MeetingResult } from "./MeetingResult.tsx";
import { words } from "./meeting_words.ts";

interface Values extends HeadValues {
    items: Item[];
}

const savedOf = (meeting: Meeting): Saved<Values> => ({
    revision: meeting.revision,
    values: {
        title: meeting.title,
        held_on: meeting.held_on,
        starts_at: meeting.starts_at,
        place: meeting.place,
        note: meeting.note,
        items: itemsOf(meeting),
    },
});

const path = (id: number) => ({ params: { path: { meeting: id } } });

/** One meeting: its agenda, to be put together by the office and read by everybody. */
export function MeetingPage() {
    const { meeting: id } = useParams({ strict: false });
    const query = api.useQuery("get", "/meetings/{meeting}", path(Number(id)));
    return (
        <>
            <HirobaTabs />
            <Ask query={query} lines={10}>
                {(meeting) => (meeting.may_edit ? <Editing key={meeting.id} meeting={meeting} /> : <Reading meeting={meeting} />)}
            </Ask>
        </>
    );
}

function Reading({ meeting }: { meeting: Meeting }) {
    const m = useWords(words);
    return (
        <div data-print="alone" className="max-w-4xl">
            <Head meeting={meeting} />
            <Section title={m.agenda}>
                <AgendaTable meeting={meeting} />
            </Section>
            <MeetingResult meeting={meeting} />
        </div>
    );
}

function Head({ meeting, children }: { meeting: Meeting; children?: React.ReactNode }) {
    const m = useWords(words);
    const f = useWords(flow_words);
    return (
        <PageHead
            title={meeting.title}
            path={[
                { label: m.cases, to: "/improvement" },
                { label: m.title, to: "/improvement/meetings" },
            ]}
            action={
                <>
                    {children}
                    <Button icon="print" look="quiet" onPress={() => window.print()}>
                        {m.print_agenda}
                    </Button>
                    <LinkButton to="/improvement/meetings/$meeting/pack" params={{ meeting: String(meeting.id) }}>
                        {m.pack}
                    </LinkButton>
                </>
            }
        >
            <p>
                <Day iso={meeting.held_on} long />{" "}
                <span className="tabular whitespace-nowrap">{m.when(meeting.starts_at, meeting.ends_at)}</span>
                {meeting.place && <span className="ml-4">{meeting.place}</span>}
            </p>
            {meeting.items.length > 0 && <p>{m.sum(meeting.items.length, meeting.minutes, f.hours_of(meeting.hours))}</p>}
            {meeting.note && <p className="whitespace-pre-line">{meeting.note}</p>}
        </PageHead>
    );
}

function Editing({ meeting }: { meeting: Meeting }) {
    const m = useWords(words);
    const [asking, setAsking] = useState<"head" | "drop" | null>(null);
    const hear = (now: Meeting) => {
        queries.setQueryData(["get", "/meetings/{meeting}", path(meeting.id)], now);
        return savedOf(now);
    };
    const plan = useDocument<Values>({
        name: `meeting.${meeting.id}`,
        saved: savedOf(meeting),
        put: async ({ revision, values: { items, ...head } }) => {
            const sent = items.map(({ told, minutes, presenter }) => ({
                case_id: told.id,
                minutes,
                presenter: presenter.trim(),
            }));
            const { data } = await server.PUT("/meetings/{meeting}", {
                ...path(meeting.id),
                body: { ...head, items: sent, revision },
            });
            if (!data) throw new Error("nothing was answered");
            return hear(data);
        },
        get: async () => {
            const { data } = await server.GET("/meetings/{meeting}", path(meeting.id));
            if (!data) throw new Error("nothing was answered");
            return savedOf(data);
        },
    });
    const { values } = plan;
    const save = async () => {
        if (!(await plan.save())) return;
        toast(m.saved);
        void queries.invalidateQueries({ queryKey: ["get", "/meetings"], exact: false });
    };
    const shown = asShown(meeting, values);
    return (
        <div data-print="alone" className="max-w-5xl">
            <Head meeting={shown}>
                <Button look="quiet" onPress={() => setAsking("drop")}>
                    {m.drop}
                </Button>
                <Button onPress={() => setAsking("head")}>{m.change}</Button>
            </Head>
            <div className="no-print mb-4 grid grid-cols-1 gap-4">
                {plan.restored && (
                    <p className="flex flex-wrap items-center gap-x-4 text-quiet text-sm">
                        {m.restored}
                        <Button look="quiet" size="small" onPress={plan.letGo}>
                            {m.let_go}
                        </Button>
                    </p>
                )}
                {plan.refusal && <Failure error={plan.refusal} small />}
                {plan.theirs && (
                    <Conflict
                        base={plan.base}
                        mine={values}
                        theirs={plan.theirs.values}
                        fields={{
                            title: m.name,
                            held_on: m.held_on,
                            starts_at: m.starts_at,
                            place: m.place,
                            note: m.note,
                            items: m.items,
                        }}
                        said={(name, one) =>
                            name === "items"
                                ? one.items.map(({ told, minutes }) => `${told.title} ${minutes}`).join("\n")
                                : String(one[name] ?? "")
                        }
                        onChoose={plan.choose}
                    />
                )}
            </div>
            <Section title={m.agenda} lead={values.items.length > 0 ? m.agenda_lead : m.agenda_none}>
                <div className="no-print">
                    <AgendaEditor items={values.items} starts_at={values.starts_at} onChange={(items) => plan.set({ items })} />
                </div>
                <div className="print-only">
                    <AgendaTable meeting={shown} />
                </div>
            </Section>
            <div className="no-print">
                <Section title={m.pick} lead={m.pick_lead}>
                    <CasePicker
                        taken={values.items.map(({ told }) => told.id)}
                        onTake={(told) => {
                            plan.change((now) => ({ ...now, items: addCase(now.items, told) }));
                            toast(m.taken(told.title));
                        }}
                    />
                </Section>
            </div>
            <MeetingResult meeting={meeting} onNoted={(now) => plan.settle(savedOf(now))} disabled={plan.dirty} />
            <SaveBar dirty={plan.dirty} saving={plan.saving} onSave={() => void save()} />
            {asking === "head" && (
                <MeetingDialog meeting={values} onChange={(head) => plan.set({ ...head })} onClose={() => setAsking(null)} />
            )}
            {asking === "drop" && <DropMeeting id={meeting.id} onClose={() => setAsking(null)} />}
        </div>
    );
}

/** The meeting with what is typed in it, its times computed here. */
function asShown(meeting: Meeting, { items, ...head }: Values): Meeting {
    const times = timesOf(head.starts_at, items);
    return {
        ...meeting,
        ...head,
        ends_at: times.at(-1)?.until ?? head.starts_at,
        minutes: wholeOf(items),
        hours: Math.round(items.reduce((sum, { told }) => sum + told.hours, 0) * 10) / 10,
        items: items.map((item, index) => ({
            ...item,
            no: index + 1,
            starts_at: times[index]?.from ?? "",
            ends_at: times[index]?.until ?? "",
        })),
    };
}
