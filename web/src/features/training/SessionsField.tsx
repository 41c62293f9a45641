import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { words } from "./office_words.ts";
import { emptySession, type SessionDraft } from "./runForm.ts";
import { TimeField } from "./TimeField.tsx";

interface Props {
    id: string;
    value: SessionDraft[];
    onChange: (sessions: SessionDraft[]) => void;
    error: string | undefined;
}

/** The sessions of a run, each with its day, hours and place; a new one starts from the one before. */
export function SessionsField({ id, value, onChange, error }: Props) {
    const m = useWords(words);
    const change = (at: number, part: Partial<SessionDraft>) =>
        onChange(value.map((one, index) => (index === at ? { ...one, ...part } : one)));
    return (
        <fieldset id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined} className="max-w-3xl">
            <legend className="mb-1 font-bold">{m.sessions}</legend>
            {error && (
                <p id={`${id}-error`} className="mb-2 flex gap-1 font-bold text-bad text-sm">
                    <Icon name="bad" size={18} className="mt-0.5" />
                    {error}
                </p>
            )}
            {value.map((session, at) => (
                <fieldset
                    // biome-ignore lint/suspicious/noArrayIndexKey: a session that is new has nothing else
                    key={at}
                    className="mb-3 rounded-8 border border-line p-4"
                >
                    <legend className="px-1 text-quiet">{m.session_no(at + 1)}</legend>
                    <div className="flex flex-wrap gap-4">
                        <DateField required hint="" label={m.day} value={session.day} onChange={(day) => change(at, { day })} />
                        <TimeField label={m.from} value={session.from} onChange={(from) => change(at, { from })} />
                        <TimeField label={m.until} value={session.until} onChange={(until) => change(at, { until })} />
                        <TextField
                            label={m.place}
                            className="min-w-56 flex-1"
                            maxLength={300}
                            value={session.place}
                            onChange={(place) => change(at, { place })}
                        />
                        <TextField
                            label={m.online_address}
                            className="min-w-56 flex-1"
                            maxLength={300}
                            placeholder="https://"
                            value={session.online_address}
                            onChange={(online_address) => change(at, { online_address })}
                        />
                    </div>
                    {value.length > 1 && (
                        <Button
                            look="quiet"
                            size="small"
                            className="mt-2"
                            aria-label={m.remove_session(at + 1)}
                            onPress={() => onChange(value.filter((_, index) => index !== at))}
                        >
                            {m.remove_this}
                        </Button>
                    )}
                </fieldset>
            ))}
            <Button size="small" onPress={() => onChange([...value, emptySession(value.at(-1))])}>
                {m.add_session}
            </Button>
        </fieldset>
    );
}
