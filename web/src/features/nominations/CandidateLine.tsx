import { useWords } from "../../i18n/words.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { PersonLink } from "../staff/PersonLink.tsx";
import { Marks } from "./Marks.tsx";
import type { Candidate, Chosen } from "./nominations.ts";
import { words } from "./words.ts";

interface Props {
    candidate: Candidate;
    chosen: Chosen | undefined;
    /** No more can be chosen. */
    full: boolean;
    onChoose: (on: boolean) => void;
    onReason: (reason: string) => void;
}

/** Somebody who may be named: chosen by a tick, the reason asked where the tick is. */
export function CandidateLine({ candidate, chosen, full, onChoose, onReason }: Props) {
    const m = useWords(words);
    const { staff, name, unit_name, rank } = candidate;
    return (
        <li className={classes("border-line border-b px-2 py-1 first:border-t", chosen && "bg-primary-wash")}>
            <div className="flex items-start gap-x-4">
                <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4">
                    <Checkbox checked={chosen !== undefined} disabled={full && !chosen} onChange={onChoose}>
                        <span className="font-bold">{name}</span>
                        <span className="ml-3 inline-block text-quiet text-sm">
                            {unit_name} ・ {rank}
                        </span>
                    </Checkbox>
                    <span className="ml-8 sm:ml-auto">
                        <Marks {...candidate} />
                    </span>
                </div>
                <span className="no-print py-1.5">
                    <PersonLink id={staff}>
                        <Icon name="person" size={24} />
                        <span className="sr-only">{m.person_page(name)}</span>
                    </PersonLink>
                </span>
            </div>
            {chosen && (
                <div className="mt-1 mb-2 ml-8 max-w-xl">
                    <TextField small label={m.why_this(name)} maxLength={500} value={chosen.reason} onChange={onReason} />
                </div>
            )}
        </li>
    );
}
