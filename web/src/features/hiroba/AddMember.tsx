import { useDeferredValue, useState } from "react";
import { api } from "../../api/client.ts";
import { refusalOf, saidOf } from "../../api/refusal.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Picker } from "../../ui/Picker.tsx";
import { toast } from "../../ui/toasts.ts";
import { setMember } from "./members.ts";
import { words } from "./words.ts";

export function AddMember({ group }: { group: number }) {
    const m = useWords(words);
    const pair = usePair();
    const [typed, setTyped] = useState("");
    const [chosen, setChosen] = useState<number | null>(null);
    const [pending, setPending] = useState(false);
    const q = useDeferredValue(typed);
    const found = api.useQuery(
        "get",
        "/hiroba/people",
        { params: { query: { q } } },
        { enabled: q !== "", placeholderData: (before) => before },
    );
    const people = found.data?.people ?? [];
    const add = async () => {
        if (chosen === null) return;
        setPending(true);
        try {
            await setMember(group, chosen, { member: true, keeper: false });
            setTyped("");
            setChosen(null);
        } catch (error) {
            toast(saidOf(refusalOf(error), pair), { tone: "bad" });
        } finally {
            setPending(false);
        }
    };
    return (
        <div className="mt-4 flex flex-wrap items-end gap-3">
            <Picker
                plain
                className="w-full max-w-sm"
                label={m.add_member}
                query={typed}
                onQuery={setTyped}
                candidates={people.map(({ account, name, unit }) => ({ id: account, label: name, hint: unit }))}
                value={chosen}
                onChange={(account) => {
                    setChosen(account);
                    const person = people.find((one) => one.account === account);
                    if (person) setTyped(person.name);
                }}
            />
            <Button disabled={chosen === null} pending={pending} onPress={() => void add()}>
                {m.add}
            </Button>
        </div>
    );
}
