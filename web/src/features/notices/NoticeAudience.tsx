import { api } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import type { TextFieldProps } from "../../ui/TextField.tsx";
import { AudienceRule } from "../surveys/AudienceRule.tsx";
import { words } from "./words.ts";

const useCount = (rule: string) =>
    api.useQuery(
        "get",
        "/notices/audience",
        { params: { query: { rule } } },
        { placeholderData: (before: unknown) => before as never },
    );

/** Whom a notice is meant for, counted today. */
export function NoticeAudience(field: TextFieldProps) {
    const m = useWords(words);
    return (
        <AudienceRule
            {...field}
            hint={m.audience_hint}
            useCount={useCount}
            says={{ nobody: m.nobody, counted: m.counted, leave: m.counted_leave }}
        />
    );
}
