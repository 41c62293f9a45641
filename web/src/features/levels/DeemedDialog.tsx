import { useState } from "react";
import { api } from "../../api/client.ts";
import { useMe } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { CertifyDialog } from "./CertifyDialog.tsx";
import { words } from "./words.ts";

/** One person, on another ground than the courses: first the level, then the decision. */
export function DeemedDialog({ staff, onClose }: { staff: number; onClose: () => void }) {
    const m = useWords(words);
    const pair = usePair();
    const { today } = useMe();
    const [chosen, setChosen] = useState<{ level: string; name: string } | null>(null);
    const query = api.useQuery("get", "/levels/candidates", {});
    if (chosen) return <CertifyDialog {...chosen} staff={[staff]} ground="deemed" day={today} onClose={onClose} />;
    return (
        <Dialog open onClose={onClose} title={m.person_certify}>
            <Ask query={query} lines={2} small>
                {({ levels }) =>
                    levels.length === 0 ? (
                        <p>{m.no_levels}</p>
                    ) : (
                        <ul className="flex flex-wrap gap-3">
                            {levels.map((one) => {
                                const name = pair(one.name, one.name_en);
                                return (
                                    <li key={one.level}>
                                        <Button onPress={() => setChosen({ level: one.level, name })}>{name}</Button>
                                    </li>
                                );
                            })}
                        </ul>
                    )
                }
            </Ask>
        </Dialog>
    );
}
