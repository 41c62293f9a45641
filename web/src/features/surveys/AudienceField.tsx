import { api } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import type { TextFieldProps } from "../../ui/TextField.tsx";
import { AudienceRule } from "./AudienceRule.tsx";
import { words } from "./wave_words.ts";

const useCount = (rule: string, on?: string) =>
    api.useQuery(
        "get",
        "/survey-waves/audience",
        { params: { query: { rule, on: on || undefined } } },
        { placeholderData: (before: unknown) => before as never },
    );

/** Who is asked on that day. */
export function AudienceField({ on, threshold, ...field }: TextFieldProps & { on: string; threshold: number }) {
    const m = useWords(words);
    return (
        <AudienceRule
            {...field}
            hint={m.audience_hint}
            useCount={useCount}
            on={on}
            says={{ nobody: m.audience_nobody, counted: m.audience_counted, leave: m.audience_leave }}
            least={threshold}
            few={(people) => m.audience_few(people, threshold)}
        />
    );
}
