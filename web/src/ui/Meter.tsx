import { useId } from "react";
import { useWords } from "../i18n/words.ts";
import { words } from "./words.ts";

/** How far a job has come, 0 to 1. */
export function Meter({ label, share, step }: { label: string; share: number; step?: string }) {
    const m = useWords(words);
    const id = useId();
    const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
    return (
        <div>
            <div className="flex justify-between gap-4">
                <span id={id} className="font-bold">
                    {label}
                </span>
                <span className="tabular">{m.progress(percent)}</span>
            </div>
            <div
                role="progressbar"
                aria-labelledby={id}
                aria-valuenow={percent}
                aria-valuemin={0}
                aria-valuemax={100}
                className="mt-1 h-3 overflow-hidden rounded-full bg-solid-gray-100"
            >
                <div className="h-full bg-primary transition-[width]" style={{ width: `${percent}%` }} />
            </div>
            {step && (
                <p aria-live="polite" className="mt-1 text-sm text-quiet">
                    {step}
                </p>
            )}
        </div>
    );
}
