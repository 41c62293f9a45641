import { useNavigation } from "../../app/useNavigation.ts";
import { useWords } from "../../i18n/words.ts";
import { LinkButton } from "../../ui/LinkButton.tsx";
import type { Topic } from "./topics.ts";
import { words } from "./words.ts";

const ways = [
    { to: "/desk/new", name: "consult" },
    { to: "/improvement/new", name: "improve" },
] as const;

/** The next link of the chain: a consultation or a case, filled in from this topic. */
export function Onward({ topic }: { topic: Topic }) {
    const m = useWords(words);
    const { exists } = useNavigation();
    const open = ways.filter(({ to }) => exists(to));
    if (open.length === 0 || topic.hidden) return null;
    return open.map(({ to, name }) => (
        <LinkButton key={to} to={to as "."} search={{ topic: String(topic.id) } as never} size="small">
            {m.onward[name]}
        </LinkButton>
    ));
}
