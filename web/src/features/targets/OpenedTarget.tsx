import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { Breakdown } from "./Breakdown.tsx";
import { type Target, TargetRow } from "./TargetRow.tsx";
import { words } from "./words.ts";

/** A target that opens to its sections and people. */
export function OpenedTarget({ row }: { row: Target }) {
    const m = useWords(words);
    const pair = usePair();
    const [{ open }, setFilters] = useFilters(["open"]);
    const opened = open === row.level;
    const name = pair(row.level_name, row.level_name_en);
    return (
        <>
            <TargetRow
                row={row}
                action={
                    row.actual !== null && (
                        <Button
                            look="quiet"
                            size="small"
                            className="no-print"
                            aria-expanded={opened}
                            aria-label={m.open_one(name)}
                            onPress={() => setFilters({ open: opened ? "" : row.level })}
                        >
                            {m.open}
                        </Button>
                    )
                }
            />
            {opened && <Breakdown level={row.level} fiscal_year={row.fiscal_year} name={name} />}
        </>
    );
}
