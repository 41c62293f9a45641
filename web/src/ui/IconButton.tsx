import { type ButtonProps, Button as Pressable } from "react-aria-components";
import { classes } from "./classes.ts";
import { Icon, type IconName } from "./Icon.tsx";

interface Props extends Omit<ButtonProps, "children" | "className" | "style"> {
    icon: IconName;
    /** What a reader hears and a mouse sees as the tooltip. */
    label: string;
    className?: string;
}

export function IconButton({ icon, label, className, ...rest }: Props) {
    return (
        <Pressable
            {...rest}
            aria-label={label}
            className={classes(
                "inline-grid size-10 shrink-0 cursor-pointer place-items-center rounded-8 text-ink hover:bg-solid-gray-50 active:bg-solid-gray-100 disabled:text-solid-gray-420",
                className,
            )}
        >
            <Icon name={icon} />
        </Pressable>
    );
}
