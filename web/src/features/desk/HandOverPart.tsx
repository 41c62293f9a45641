import { useState } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Day } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import { words } from "./board_words.ts";
import { HandOverDialog } from "./HandOverDialog.tsx";
import { LinesTable } from "./LinesTable.tsx";
import { terms } from "./terms.ts";

type Need = Schema<"HandOverNeed">;

/** What waits for somebody else, because whoever answered for it has moved, is away or will move. */
export function HandOverPart() {
    const m = useWords(words);
    const needs = api.useQuery("get", "/desk/hand-over");
    return (
        <Ask query={needs} lines={6}>
            {({ needs: found, without_owner }) =>
                found.length === 0 && without_owner.length === 0 ? (
                    <EmptyState title={m.none_to_hand_over} icon="check">
                        {m.none_to_hand_over_hint}
                    </EmptyState>
                ) : (
                    <>
                        {without_owner.length > 0 && (
                            <Section title={m.nobody} lead={m.nobody_lead}>
                                <LinesTable name="desk-nobody" caption={m.nobody} lines={without_owner} />
                            </Section>
                        )}
                        {found.map((need) => (
                            <Needed key={need.from.staff} need={need} />
                        ))}
                    </>
                )
            }
        </Ask>
    );
}

function Needed({ need: { from, lines } }: { need: Need }) {
    const m = useWords(words);
    const t = useWords(terms);
    const [open, setOpen] = useState(false);
    return (
        <Section
            title={m.of_person(from.name)}
            lead={
                <span className="flex flex-wrap items-baseline gap-x-3">
                    {from.presence !== "here" && <Badge tone="warn">{t.presence[from.presence]}</Badge>}
                    {from.moves_on && (
                        <span>
                            {m.will_move} <Day iso={from.moves_on} />
                        </span>
                    )}
                    <span>{from.unit_name}</span>
                </span>
            }
            action={
                lines.length > 0 && (
                    <Button size="small" look="primary" onPress={() => setOpen(true)}>
                        {m.hand_all_over(lines.length)}
                    </Button>
                )
            }
        >
            <LinesTable name={`desk-of-${from.staff}`} caption={m.of_person(from.name)} lines={lines} />
            {open && <HandOverDialog from={from} lines={lines} onClose={() => setOpen(false)} />}
        </Section>
    );
}
