import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Moment } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { toast } from "../../ui/toasts.ts";
import { useOnce } from "../training/useOnce.ts";
import type { SectionAnswer } from "./nominations.ts";
import { words } from "./office_words.ts";
import { QuotaDialog } from "./QuotaDialog.tsx";
import { AnswerStateBadge } from "./States.tsx";
import { terms } from "./terms.ts";
import { useRounds } from "./useRounds.ts";

type Board = Schema<"RoundBoard">;

/** Every section that is asked, with its answer; those without one are reminded here. */
export function SectionsTable({ board }: { board: Board }) {
    const m = useWords(words);
    const { round } = board;
    const [quota, setQuota] = useState<{ units: number[]; done: () => void } | null>(null);
    const { ask, remind, failed } = useRounds();
    const columns = useColumns(board);
    const units = (keys: readonly string[]) => keys.map(Number);
    const of = (unit: number) => board.sections.find((one) => one.unit === unit);
    const asking = (keys: readonly string[], asked: boolean, done: () => void) =>
        ask(
            round.id,
            units(keys).map((unit) => ({ unit, asked, quota: of(unit)?.quota ?? 0 })),
        )
            .then(() => {
                toast(m.asked_saved);
                done();
            })
            .catch(failed);
    const changeable = round.status === "draft" || round.status === "open";
    return (
        <>
            {round.status === "open" && <Unanswered board={board} />}
            <DataTable
                name="nomination-sections"
                caption={m.sections_caption}
                rows={board.sections}
                columns={columns}
                rowKey={({ unit }) => unit}
                rowName={({ unit_name }) => unit_name}
                bulk={
                    changeable
                        ? (keys, done) => (
                              <>
                                  {round.status === "open" && (
                                      <Button
                                          look="primary"
                                          size="small"
                                          onPress={() =>
                                              void remind(round.id, units(keys))
                                                  .then((n) => {
                                                      toast(m.reminded(n));
                                                      done();
                                                  })
                                                  .catch(failed)
                                          }
                                      >
                                          {m.remind(keys.length)}
                                      </Button>
                                  )}
                                  <Button size="small" onPress={() => setQuota({ units: units(keys), done })}>
                                      {m.set_quota}
                                  </Button>
                                  <Button size="small" onPress={() => void asking(keys, false, done)}>
                                      {m.leave_out}
                                  </Button>
                                  <Button size="small" onPress={() => void asking(keys, true, done)}>
                                      {m.ask_again}
                                  </Button>
                              </>
                          )
                        : undefined
                }
                empty={
                    <EmptyState title={m.no_sections} icon="unit">
                        {m.no_sections_hint}
                    </EmptyState>
                }
            />
            {quota && <QuotaDialog round={round.id} {...quota} onClose={() => setQuota(null)} />}
        </>
    );
}

/** How many have not answered, and one press that reminds them all. */
function Unanswered({ board }: { board: Board }) {
    const m = useWords(words);
    const { remind, failed } = useRounds();
    const open = board.sections.filter(({ asked, state }) => asked && state === "unanswered").length;
    const all = useOnce(() =>
        remind(board.round.id, [])
            .then((n) => toast(m.reminded(n)))
            .catch(failed),
    );
    if (open === 0)
        return (
            <p className="mb-4 flex items-center gap-2 text-quiet">
                <Icon name="check" className="text-good" />
                {m.everybody_answered}
            </p>
        );
    return (
        <p className="no-print mb-4 flex flex-wrap items-center gap-3">
            {m.unanswered(open)}
            <Button size="small" onPress={all}>
                {m.remind_all(open)}
            </Button>
        </p>
    );
}

function useColumns({ round, nominees }: Board): Column<SectionAnswer>[] {
    const m = useWords(words);
    const t = useWords(terms);
    return useMemo(() => {
        const names = (unit: number) =>
            nominees
                .filter((one) => one.unit === unit && one.status !== "withdrawn" && one.status !== "declined")
                .map(({ name }) => name)
                .join("、");
        return [
            {
                key: "section",
                head: m.section,
                width: 190,
                value: ({ unit_path }) => unit_path,
                cell: ({ unit, unit_name }) => (
                    <Link to={`/training/nominations/${round.id}/sections/${unit}` as "."} className="link">
                        <Phrases>{unit_name}</Phrases>
                    </Link>
                ),
            },
            {
                key: "state",
                head: m.state,
                width: 110,
                value: ({ asked, state }) => (asked ? t.answer[state] : m.not_asked_section),
                cell: ({ asked, state }) =>
                    asked ? <AnswerStateBadge state={state} /> : <span className="text-quiet">{m.not_asked_section}</span>,
            },
            {
                key: "quota",
                head: m.quota,
                width: 90,
                numeric: true,
                value: ({ named }) => named,
                cell: ({ named, going_on, quota }) => (quota > 0 ? `${named + going_on} / ${quota}` : `${named + going_on}`),
            },
            {
                key: "names",
                head: m.names,
                width: 180,
                value: ({ unit, reason }) => names(unit) || reason,
                cell: ({ unit, reason }) => names(unit) || <span className="text-quiet">{reason}</span>,
            },
            {
                key: "head",
                head: m.head,
                width: 165,
                value: ({ head }) => head?.name ?? null,
                cell: ({ head }) =>
                    head ? (
                        <>
                            {head.name}
                            {head.stands_above && <span className="block text-quiet text-sm">{m.above(head.unit_name)}</span>}
                        </>
                    ) : (
                        <span className="text-bad">{m.no_head}</span>
                    ),
            },
            {
                key: "answered_at",
                head: m.answered_at,
                width: 155,
                value: ({ answered_at }) => answered_at,
                cell: ({ answered_at }) => <Moment at={answered_at} />,
            },
            {
                key: "reminded",
                head: m.reminded_at,
                width: 75,
                value: ({ reminded_times }) => reminded_times,
                cell: ({ reminded_times }) => reminded_times > 0 && m.reminded_times(reminded_times),
            },
        ];
    }, [m, t, round.id, nominees]);
}
