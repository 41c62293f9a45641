import type { ComponentProps, ReactNode } from "react";
import { useWords } from "../i18n/words.ts";
import { classes } from "./classes.ts";
import { Icon, type IconName } from "./Icon.tsx";
import { words } from "./words.ts";

export type Look = "primary" | "secondary" | "quiet" | "danger";
export type Size = "normal" | "small";

const looks: Record<Look, string> = {
    primary: "bg-primary text-white border-transparent hover:bg-primary-hover hover:underline active:bg-primary-pressed",
    secondary: "bg-paper text-primary border-primary hover:bg-primary-wash hover:underline active:bg-blue-100",
    quiet: "bg-transparent text-primary border-transparent hover:bg-primary-wash hover:underline active:bg-blue-100",
    danger: "bg-bad text-white border-transparent hover:bg-red-1000 hover:underline active:bg-red-1200",
};

const sizes: Record<Size, string> = {
    normal: "min-h-12 px-5 py-2 text-base min-w-24",
    small: "min-h-9 px-3 py-1 text-[0.9375rem]",
};

/** The look of a button for what is not one, a link for example. */
export const buttonLook = (look: Look = "secondary", size: Size = "normal") =>
    classes(
        "inline-flex items-center justify-center gap-2 rounded-8 border font-bold leading-snug [overflow-wrap:break-word] underline-offset-4 no-underline cursor-pointer",
        "disabled:cursor-not-allowed disabled:border-transparent disabled:bg-solid-gray-100 disabled:text-solid-gray-600 disabled:no-underline",
        looks[look],
        sizes[size],
    );

export interface ButtonProps extends Omit<ComponentProps<"button">, "onClick"> {
    onPress?: () => void;
    look?: Look;
    size?: Size;
    icon?: IconName;
    /** The action is running: the button keeps its width and its focus and does not fire twice. */
    pending?: boolean;
    children: ReactNode;
}

export function Button({
    children,
    onPress,
    look = "secondary",
    size = "normal",
    icon,
    pending = false,
    className,
    ...rest
}: ButtonProps) {
    const m = useWords(words);
    return (
        <button
            type="button"
            {...rest}
            aria-disabled={pending || undefined}
            onClick={(event) => (pending ? event.preventDefault() : onPress?.())}
            className={classes(buttonLook(look, size), className)}
        >
            {icon && <Icon name={icon} size={size === "small" ? 18 : 20} />}
            <span aria-live={pending ? "polite" : undefined} className="contents">
                {pending ? m.working : children}
            </span>
        </button>
    );
}
