import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { classes } from "../../ui/classes.ts";
import { Day } from "../../ui/Day.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { words } from "./consultation_words.ts";
import { terms } from "./terms.ts";

type Progress = Schema<"StageProgress">;

/** From 受付 to 効果: what is behind, where the consultation stands, what comes. On a phone a bar that opens to the same list. */
export function StageLine({ steps }: { steps: readonly Progress[] }) {
    const m = useWords(words);
    const t = useWords(terms);
    const now = steps.findLastIndex(({ state }) => state === "now" || state === "done");
    const here = steps[now];
    return (
        <>
            <div className="hidden rounded-8 border border-line p-4 desk:block print:block">
                <Steps steps={steps} row />
            </div>
            <details className="rounded-8 border border-line desk:hidden print:hidden">
                <summary className="cursor-pointer px-4 py-3">
                    <span className="font-bold">{here && t.stage[here.stage]}</span>
                    <span className="tabular ml-2 text-quiet text-sm">{m.stage_of(now + 1, steps.length)}</span>
                    <span aria-hidden="true" className="mt-2 flex gap-1">
                        {steps.map(({ stage, state }) => (
                            <span key={stage} className={classes("h-2 flex-1 rounded-full border", bars[state])} />
                        ))}
                    </span>
                </summary>
                <div className="px-4 pb-1">
                    <Steps steps={steps} />
                </div>
            </details>
        </>
    );
}

const bars = {
    done: "border-primary bg-primary",
    now: "border-primary bg-blue-200",
    ahead: "border-solid-gray-420 bg-paper",
    skipped: "border-solid-gray-536 border-dashed bg-paper",
} as const;

function Steps({ steps, row = false }: { steps: readonly Progress[]; row?: boolean }) {
    const m = useWords(words);
    return (
        <ol aria-label={m.stages} className={row ? "grid grid-cols-6" : "grid"}>
            {steps.map((step, index) => (
                <Step key={step.stage} step={step} place={index + 1} last={index === steps.length - 1} row={row} />
            ))}
        </ol>
    );
}

const circles = {
    done: "border-primary bg-primary text-white",
    now: "border-primary bg-paper text-primary ring-4 ring-blue-100",
    ahead: "border-solid-gray-420 bg-paper text-quiet",
    skipped: "border-solid-gray-536 border-dashed bg-paper text-quiet",
} as const;

interface StepProps {
    step: Progress;
    place: number;
    last: boolean;
    row: boolean;
}

function Step({ step, place, last, row }: StepProps) {
    const t = useWords(terms);
    const { stage, state } = step;
    return (
        <li
            aria-current={state === "now" ? "step" : undefined}
            className={row ? "grid content-start" : "grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3"}
        >
            <span aria-hidden="true" className={classes("flex items-center", !row && "flex-col")}>
                <span
                    className={classes(
                        "tabular grid size-8 shrink-0 place-items-center rounded-full border-2 font-bold text-sm",
                        circles[state],
                    )}
                >
                    {state === "done" ? <Icon name="check" size={18} /> : state === "skipped" ? "–" : place}
                </span>
                {!last && (
                    <span
                        className={classes(
                            "flex-1",
                            row ? "h-0.5" : "min-h-4 w-0.5",
                            state === "done" ? "bg-primary" : "bg-solid-gray-300",
                        )}
                    />
                )}
            </span>
            <span className={row ? "pt-1.5 pr-3" : "pb-3"}>
                <span className={classes("block", state === "now" ? "font-bold text-primary" : state !== "done" && "text-quiet")}>
                    {t.stage[stage]}{" "}
                    <span className={state === "ahead" || state === "done" ? "sr-only" : "font-normal text-sm"}>
                        {t.step[state]}
                    </span>
                </span>
                {step.on && state !== "ahead" && (
                    <span className="block text-quiet text-sm">
                        <Day iso={step.on} /> <span className={row ? "block" : ""}>{step.by}</span>
                    </span>
                )}
                {step.note && <span className="typed block text-quiet text-sm">{step.note}</span>}
            </span>
        </li>
    );
}
