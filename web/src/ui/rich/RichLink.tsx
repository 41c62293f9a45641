import { useRouter } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";
import { city } from "../../api/city.ts";
import { useWords } from "../../i18n/words.ts";
import { Icon } from "../Icon.tsx";
import type { Address } from "./address.ts";
import { words } from "./words.ts";

interface Props {
    address: Address;
    /** The text of the link, to see whether it says already where it leads. */
    says: string;
    children: ReactNode;
}

/** A page of ours opens here; another house is named beside the text, whatever the text claims. */
export function RichLink({ address: { href, host }, says, children }: Props) {
    const m = useWords(words);
    const router = useRouter({ warn: false });
    if (!host) {
        const go = (event: MouseEvent) => {
            const ours = router && href.startsWith(`/${city}/`) && !href.startsWith(`/${city}/api/`);
            if (!ours || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            void router.navigate({ href });
        };
        return (
            <a href={href} onClick={go} className="link">
                {children}
            </a>
        );
    }
    const honest = says === href || says.startsWith(`${new URL(href).origin}/`) || says === host;
    return (
        <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="link">
            {children}
            {!honest && <bdi className="text-sm"> ({host})</bdi>}
            <Icon name="outside" size={14} className="mx-0.5" />
            <span className="sr-only">{m.outside}</span>
        </a>
    );
}
