import { useNavigate } from "@tanstack/react-router";
import { use, useState } from "react";
import { api, queries, server } from "../../api/client.ts";
import { useMe } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Sure } from "../../ui/Sure.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./wave_words.ts";
import type { Wave } from "./waves.ts";

type Step = "open" | "remove" | "cancel" | "close" | "day" | null;

/** What the office does with a round as a whole; each step says first what it means. */
export function WaveActions({ wave, answered }: { wave: Wave; answered: number }) {
    const m = useWords(words);
    const [step, setStep] = useState<Step>(null);
    const close = () => setStep(null);
    const done = async (said: string) => {
        toast(said);
        await queries.invalidateQueries();
    };
    const navigate = useNavigate();
    const path = { params: { path: { id: wave.id } } };
    if (wave.status === "cancelled") return null;
    if (wave.status === "closed")
        return (
            <LinkButton to={`/surveys/waves/${wave.id}/results` as "."} look="primary">
                {m.to_results}
            </LinkButton>
        );
    return (
        <>
            {wave.status === "draft" ? (
                <>
                    <Button look="quiet" onPress={() => setStep("remove")}>
                        {m.remove}
                    </Button>
                    <LinkButton to={`/surveys/waves/${wave.id}/edit` as "."}>{m.edit}</LinkButton>
                    <Button look="primary" onPress={() => setStep("open")}>
                        {m.open}
                    </Button>
                </>
            ) : (
                <>
                    <Button look="quiet" onPress={() => setStep("cancel")}>
                        {m.cancel}
                    </Button>
                    <Button onPress={() => setStep("day")}>{m.move_day}</Button>
                    <Button onPress={() => setStep("close")}>{m.close}</Button>
                    <LinkButton to={`/surveys/waves/${wave.id}/results` as "."} look="primary">
                        {m.to_results}
                    </LinkButton>
                </>
            )}
            {step === "open" && <OpenDialog wave={wave} onClose={close} />}
            {step === "day" && <DayDialog wave={wave} onClose={close} />}
            {step === "close" && (
                <Sure
                    title={m.close_title}
                    submit={m.close}
                    onClose={close}
                    act={async () => {
                        await server.POST("/survey-waves/{id}/close", path);
                        await done(m.closed);
                        close();
                    }}
                >
                    {m.close_hint(Math.max(0, wave.invited - answered))}
                </Sure>
            )}
            {step === "cancel" && (
                <Sure
                    danger
                    title={m.cancel_title}
                    submit={m.cancel}
                    onClose={close}
                    act={async () => {
                        await server.DELETE("/survey-waves/{id}", path);
                        await done(m.cancelled);
                        close();
                    }}
                >
                    {m.cancel_hint(answered)}
                </Sure>
            )}
            {step === "remove" && (
                <Sure
                    danger
                    title={m.remove_title}
                    submit={m.remove}
                    onClose={close}
                    act={async () => {
                        await server.DELETE("/survey-waves/{id}", path);
                        await navigate({ to: "/surveys" });
                        await done(m.removed);
                        close();
                    }}
                >
                    {m.remove_hint}
                </Sure>
            )}
        </>
    );
}

/** How many will be asked is counted once more, now. */
function OpenDialog({ wave, onClose }: { wave: Wave; onClose: () => void }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const count = api.useQuery("get", "/survey-waves/audience", {
        params: { query: { rule: wave.audience, on: wave.as_of } },
    });
    const act = async () => {
        await server.POST("/survey-waves/{id}/open", { params: { path: { id: wave.id } } });
        toast(m.opened);
        await queries.invalidateQueries();
        onClose();
    };
    return (
        <Sure title={count.data ? m.open_title(count.data.people) : m.open} submit={m.open} act={act} onClose={onClose}>
            <Ask query={count} small>
                {({ people, on_leave }) => (
                    <div className="grid gap-4">
                        <p>
                            {m.open_hint(shortDate(wave.opens_on, language))} {m.audience_leave(on_leave)}
                        </p>
                        {people < wave.threshold && <Notice tone="warn">{m.audience_few(people, wave.threshold)}</Notice>}
                        <Notice title={m.fixed_title}>{m.fixed}</Notice>
                    </div>
                )}
            </Ask>
        </Sure>
    );
}

function DayDialog({ wave, onClose }: { wave: Wave; onClose: () => void }) {
    const m = useWords(words);
    const { today } = useMe();
    const form = useForm({
        initial: { closes_on: wave.closes_on },
        save: async ({ closes_on }) => {
            await server.PUT("/survey-waves/{id}/last-day", { params: { path: { id: wave.id } }, body: { closes_on } });
            toast(m.moved);
            await queries.invalidateQueries();
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.move_day}>
            <Form form={form} submit={m.move_day} onCancel={onClose}>
                <p>{m.move_hint}</p>
                <DateField required label={m.closes_on} min={today} {...form.field("closes_on")} />
            </Form>
        </Dialog>
    );
}
