import { api } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilterBar } from "../../ui/FilterBar.tsx";
import { Pages } from "../../ui/Pages.tsx";
import { Select } from "../../ui/Select.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { useFirstPageAfterNarrowing } from "../../ui/useFirstPageAfterNarrowing.ts";
import { words } from "./board_words.ts";
import { LinesTable } from "./LinesTable.tsx";
import { terms } from "./terms.ts";

const size = 50;

/** What is finished or was withdrawn. */
export function OverLines() {
    const m = useWords(words);
    const t = useWords(terms);
    const [filters, setFilters] = useFilters(["q", "status", "page"]);
    useFirstPageAfterNarrowing(["q", "status", "page"]);
    const page = Number(filters.page) || 1;
    const status = filters.status === "withdrawn" ? "withdrawn" : "finished";
    const query = api.useQuery(
        "get",
        "/consultations",
        { params: { query: { scope: "desk", status, q: filters.q, page } } },
        { placeholderData: (before) => before },
    );
    return (
        <>
            <FilterBar filters={[{ name: "q", label: m.search }]} also={["page", "status"]}>
                <Select
                    plain
                    small
                    label={m.state}
                    options={[
                        { value: "finished", label: t.status.finished },
                        { value: "withdrawn", label: t.status.withdrawn },
                    ]}
                    value={status}
                    onChange={(value) => setFilters({ status: value === "finished" ? "" : value })}
                    className="w-44 text-table max-sm:w-full"
                />
            </FilterBar>
            <Ask query={query} lines={6}>
                {({ lines, total }) => (
                    <>
                        <LinesTable
                            over
                            name="desk-over"
                            caption={m.over_lines}
                            lines={lines}
                            total={total}
                            empty={
                                filters.q ? undefined : (
                                    <EmptyState title={m.none_over} icon="log">
                                        {m.none_over_hint}
                                    </EmptyState>
                                )
                            }
                        />
                        <Pages
                            label={m.pages}
                            page={page}
                            size={size}
                            total={total}
                            said={m.page_said}
                            onPage={(to) => setFilters({ page: to === 1 ? "" : String(to) })}
                        />
                    </>
                )}
            </Ask>
        </>
    );
}
