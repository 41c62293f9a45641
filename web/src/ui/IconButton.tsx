import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import { Icon, type IconName } from "./Icon.tsx";

interface Props extends Omit<ComponentProps<"button">, "children" | "onClick"> {
    icon: IconName;
    /** What a reader hears and a mouse sees as the tooltip. */
    label: string;
    onPress?: () => void;
}

export const iconButtonLook =
    "inline-grid size-10 shrink-0 cursor-pointer place-items-center rounded-8 text-ink hover:bg-solid-gray-50 active:bg-solid-gray-100 disabled:text-solid-gray-420";

export function IconButton({ icon, label, onPress, className, ...rest }: Props) {
    return (
        <button
            type="button"
            {...rest}
            onClick={onPress}
            aria-label={label}
            title={label}
            className={classes(iconButtonLook, className)}
        >
            <Icon name={icon} />
        </button>
    );
}
