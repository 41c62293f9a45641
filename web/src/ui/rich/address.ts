// Where a link in somebody's text leads. The server has sorted them already; what would run a program is refused here once more.
import { city } from "../../api/city.ts";

export interface Address {
    href: string;
    /** Of another house: the host, in the letters the network uses. Empty for a page of ours. */
    host: string;
}

const schemes = new Set(["http:", "https:", "mailto:"]);

export function addressOf(href: string, here: { origin: string } = window.location): Address | null {
    const path = href.startsWith("/") && !href.startsWith("//") && !href.includes("\\");
    const within = path && city && !href.startsWith(`/${city}/`) ? `/${city}${href}` : href;
    const url = read(within, path ? here.origin : undefined);
    if (!url || !schemes.has(url.protocol) || url.username) return null;
    if (url.protocol === "mailto:") return { href: url.href, host: "" };
    if (url.origin === here.origin) return { href: url.pathname + url.search + url.hash, host: "" };
    return path ? null : { href: url.href, host: url.host };
}

function read(text: string, base?: string): URL | null {
    try {
        return new URL(text, base);
    } catch {
        return null;
    }
}

/** The number behind `attachment:123`. */
export function attachmentOf(href: string): number | null {
    const found = /^attachment:(\d{1,15})$/.exec(href);
    return found ? Number(found[1]) : null;
}

/** `/hiroba/people/12` names a person; there is no page behind it. */
export const isMention = (href: string) => /^\/hiroba\/people\/\d+$/.test(href);
