import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";

/** Where one stands in a piece of work of several steps; `at` counts from 0. */
export function Steps({ label, steps, at }: { label: string; steps: readonly string[]; at: number }) {
    return (
        <ol aria-label={label} className="mb-6 flex flex-wrap gap-x-2 gap-y-1">
            {steps.map((step, index) => (
                <li key={step} aria-current={index === at ? "step" : undefined} className="flex items-center gap-2">
                    <span
                        className={classes(
                            "grid size-7 place-items-center rounded-full border-2 text-sm font-bold tabular",
                            index < at && "border-primary bg-primary text-white",
                            index === at && "border-primary text-primary",
                            index > at && "border-solid-gray-420 text-quiet",
                        )}
                    >
                        {index < at ? <Icon name="check" size={16} /> : index + 1}
                    </span>
                    <span className={index === at ? "font-bold" : "text-quiet"}>{step}</span>
                    {index < steps.length - 1 && <Icon name="right" size={16} className="text-quiet" />}
                </li>
            ))}
        </ol>
    );
}
