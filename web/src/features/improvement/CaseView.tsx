import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useWords } from "../../i18n/words.ts";
import { Attached } from "../../ui/Attached.tsx";
import { Rich } from "../../ui/Rich.tsx";
import { CaseFigures } from "./CaseFigures.tsx";
import { CaseFlow } from "./CaseFlow.tsx";
import { CaseSpread } from "./CaseSpread.tsx";
import { CaseTeam } from "./CaseTeam.tsx";
import type { Case } from "./cases.ts";
import { HoursUsedFor } from "./HoursUsedFor.tsx";
import { words } from "./words.ts";

interface Props {
    shown: Case;
    /** Among others, in a pack: to be read, with nothing to press. */
    reading?: boolean;
}

const onlyRead = (shown: Case): Case => ({ ...shown, may_move: false, may_adopt: false, may_claim: false, claims: [] });

/** A case as a story of five chapters; on paper one sheet of A4. */
export function CaseView({ shown: given, reading }: Props) {
    const shown = reading ? onlyRead(given) : given;
    const m = useWords(words);
    return (
        <article className="max-w-4xl print:max-w-none print:text-[8.5pt] print:leading-[1.4] print:[&_.typed]:gap-0.5">
            <CaseFigures shown={shown} />
            <ol className="grid gap-8 print:gap-2">
                <Chapter at={1} title={m.chapter.issue}>
                    <Told text={shown.problem} />
                    <Told text={shown.cause} term={m.cause} />
                    <Origin shown={shown} />
                </Chapter>
                <Chapter at={2} title={m.chapter.study}>
                    <Told text={shown.direction} />
                    <Told text={shown.support} term={m.support} />
                </Chapter>
                <Chapter at={3} title={m.chapter.action}>
                    <Told text={shown.done} />
                    <Tools shown={shown} />
                    <Files shown={shown} />
                </Chapter>
                <Chapter at={4} title={m.chapter.effect}>
                    <CaseFlow shown={shown} />
                    <Benefits shown={shown} />
                </Chapter>
                <Chapter at={5} title={m.chapter.spread}>
                    <CaseSpread shown={shown} />
                </Chapter>
            </ol>
            <CaseTeam shown={shown} />
        </article>
    );
}

function Chapter({ at, title, children }: { at: number; title: string; children: ReactNode }) {
    return (
        <li className="grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-3 print:grid-cols-[1.5rem_minmax(0,1fr)] print:gap-x-2">
            <span
                aria-hidden="true"
                className="mt-0.5 grid size-8 place-items-center rounded-full bg-primary font-bold text-white print:mt-0 print:size-5 print:text-[9pt]"
            >
                {at}
            </span>
            <div className="min-w-0">
                <h2 className="mb-1 text-std-20B-150 print:mb-0 print:text-[10.5pt]">{title}</h2>
                <div className="grid grid-cols-1 gap-4 print:gap-1">{children}</div>
            </div>
        </li>
    );
}

/** What was written; a part with a name of its own is left out while there is nothing in it. */
function Told({ text, term }: { text: Case["problem"]; term?: string }) {
    const m = useWords(words);
    if (text.pieces.length === 0) return term ? null : <p className="text-quiet">{m.not_written}</p>;
    if (!term) return <Rich pieces={text.pieces} />;
    return (
        <div>
            <h3 className="text-quiet text-sm print:text-[8pt]">{term}</h3>
            <Rich pieces={text.pieces} />
        </div>
    );
}

function Origin({ shown: { origin, source } }: { shown: Case }) {
    const m = useWords(words);
    return (
        <>
            {origin?.title && (
                <p className="text-sm">
                    <span className="text-quiet">{m.origin[origin.kind]}</span>{" "}
                    <Link to={origin.url as "."} className="link">
                        {origin.title}
                    </Link>
                </p>
            )}
            {source && (
                <p className="text-sm">
                    <span className="text-quiet">{m.spread_of}</span>{" "}
                    <Link to="/improvement/$case" params={{ case: String(source.id) }} className="link">
                        {source.title}
                    </Link>{" "}
                    <span className="text-quiet">{source.unit_name}</span>
                </p>
            )}
        </>
    );
}

function Tools({ shown: { tool_costs } }: { shown: Case }) {
    const m = useWords(words);
    if (tool_costs.length === 0) return null;
    return (
        <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <span className="text-quiet text-sm">{m.tools}</span>
            {tool_costs.map(({ name, yen }) => (
                <span key={name}>
                    {name}
                    {yen > 0 && <span className="ml-1 text-quiet text-sm">({m.tool_yen(yen)})</span>}
                </span>
            ))}
        </p>
    );
}

function Files({ shown: { files, done } }: { shown: Case }) {
    if (files.length === 0) return null;
    const stands = (id: number) => done.pieces.some(({ href }) => href === `attachment:${id}`);
    return (
        <div className="no-print">
            <Attached
                files={files.map((file) => ({ ...file, picture: file.media_type.startsWith("image/") }))}
                text_has={stands}
            />
        </div>
    );
}

/** For whom it was: citizens, staff, and what became of the hours. */
function Benefits({ shown }: { shown: Case }) {
    const m = useWords(words);
    return (
        <div className="grid gap-x-8 gap-y-4 desk:grid-cols-3 print:grid-cols-3 print:gap-x-4">
            <Benefit title={m.for_citizens} text={shown.citizen_benefit} />
            <Benefit title={m.for_staff} text={shown.staff_benefit} />
            <div>
                <Benefit title={m.freed_for} text={shown.hours_used_for} />
                <HoursUsedFor shown={shown} />
            </div>
        </div>
    );
}

function Benefit({ title, text }: { title: string; text: Case["problem"] }) {
    return (
        <div>
            <h3 className="font-bold">{title}</h3>
            <Told text={text} />
        </div>
    );
}
