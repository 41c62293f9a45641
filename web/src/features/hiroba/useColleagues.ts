import { useDeferredValue } from "react";
import { api } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import type { Suggest } from "../../ui/writing/People.tsx";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

/** Whom one may call with @, with what they carry already. Without a name: those who answer, who carries least first. */
export const useColleagues: Suggest = (typed) => {
    const m = useWords(words);
    const t = useWords(terms);
    const q = useDeferredValue(typed ?? "");
    const found = api.useQuery(
        "get",
        "/hiroba/people",
        { params: { query: { q } } },
        { enabled: typed !== null, placeholderData: (before) => before },
    );
    if (typed === null) return [];
    return (found.data?.people ?? []).map((person) => ({
        key: String(person.account),
        label: person.name,
        hint: [person.unit, person.ambassador && t.ambassador, m.answers(person.answers), m.asked(person.asked)]
            .filter(Boolean)
            .join(" · "),
        text: `[@${person.name.replaceAll(/[[\]\\]/g, "")}](/hiroba/people/${person.account})`,
    }));
};
