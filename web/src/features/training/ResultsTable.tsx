import { useWords } from "../../i18n/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { PersonLink } from "../staff/PersonLink.tsx";
import { words } from "./office_words.ts";
import type { Outcome, Outcomes } from "./roll.ts";
import type { Enrolment } from "./runs.ts";
import { terms } from "./terms.ts";

interface Props {
    people: readonly Enrolment[];
    sessions: number;
    outcomes: Outcomes;
    /** Points out who has no reason yet. */
    missing: boolean;
    onChange: (enrolment: number, result: { outcome: Outcome; reason: string }) => void;
}

const head = "border-line-strong border-b bg-solid-gray-50 px-3 py-2 text-left";
const cell = "border-line border-b px-3 py-1.5";

export function ResultsTable({ people, sessions, outcomes, missing, onChange }: Props) {
    const m = useWords(words);
    const t = useWords(terms);
    const came = (one: Enrolment) => one.attendance.filter(({ mark }) => mark !== "absent").length;
    return (
        <Scroll label={m.results_caption} className="overflow-x-auto rounded-8 border border-line print:overflow-visible">
            <table className="w-full min-w-[46rem] text-table print:min-w-0">
                <caption className="sr-only">{m.results_caption}</caption>
                <thead>
                    <tr>
                        <th scope="col" className={head}>
                            {m.name}
                        </th>
                        <th scope="col" className={head}>
                            {m.attended}
                        </th>
                        <th scope="col" className={head}>
                            {m.result}
                        </th>
                        <th scope="col" className={head}>
                            {m.reason}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {people.map((one) => {
                        const { outcome, reason } = outcomes[one.id] ?? { outcome: "", reason: "" };
                        return (
                            <tr key={one.id}>
                                <th scope="row" className={`${cell} text-left font-normal`}>
                                    <PersonLink id={one.staff}>{one.name}</PersonLink>
                                    <span className="block text-quiet text-sm">{one.unit_name}</span>
                                </th>
                                <td className={`${cell} tabular whitespace-nowrap`}>
                                    {one.attended && <Icon name="check" size={18} className="mr-1 inline text-good" />}
                                    {m.came(came(one), sessions)}
                                </td>
                                <td className={cell}>
                                    <Select
                                        plain
                                        small
                                        className="w-44 [&>label]:sr-only"
                                        label={m.result_of(one.name)}
                                        {...(one.status === "accepted" && { empty: m.undecided })}
                                        options={[
                                            { value: "completed", label: t.enrolment.completed },
                                            { value: "not_completed", label: t.enrolment.not_completed },
                                        ]}
                                        value={outcome}
                                        onChange={(next) => onChange(one.id, { outcome: next as Outcome, reason })}
                                    />
                                </td>
                                <td className={cell}>
                                    {outcome === "not_completed" && (
                                        <TextField
                                            plain
                                            small
                                            className="min-w-48 [&>label]:sr-only"
                                            label={m.reason_of(one.name)}
                                            maxLength={300}
                                            error={missing && reason.trim() === "" ? m.reason_needed : undefined}
                                            value={reason}
                                            onChange={(text) => onChange(one.id, { outcome, reason: text })}
                                        />
                                    )}
                                </td>
                            </tr>
                        );
                    })}
                </tbody>
            </table>
        </Scroll>
    );
}
