import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";
import { buttonLook, type Look, type Size } from "./Button.tsx";
import { classes } from "./classes.ts";

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
    look?: Look;
    size?: Size;
    ref?: Ref<HTMLAnchorElement>;
}

function Anchor({ look, size, className, ...rest }: Props) {
    return <a {...rest} className={classes(buttonLook(look, size), className)} />;
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export const LinkButton = createLink(Anchor);
