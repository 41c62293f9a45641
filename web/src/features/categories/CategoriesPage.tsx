import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { Why } from "../../ui/Why.tsx";
import { CategoryTable } from "./CategoryTable.tsx";
import { words } from "./words.ts";

/** Who belongs where, by rule: each axis of the plan as its own table. */
export function CategoriesPage() {
    const { on, date } = useAsOf();
    const query = api.useQuery("get", "/categories", { params: { query: { on } } });
    return <Ask query={query}>{(list) => <Categories list={list} date={date} />}</Ask>;
}

function Categories({ list, date }: { list: Schema<"CategoryList">; date: string }) {
    const m = useWords(words);
    const pair = usePair();
    const { population, axes, categories } = list;
    // A plan without axes, and what belongs to none, still shows.
    const groups = [{ code: "", name: "", name_en: "" }, ...axes]
        .map((axis) => ({ axis, rows: categories.filter((category) => category.axis === axis.code) }))
        .filter(({ rows }) => rows.length > 0);
    return (
        <>
            <PageHead title={m.title} action={<LinkButton to="/categories/changes">{m.changes_link}</LinkButton>}>
                {m.lead(population.people, population.counted)}{" "}
                <Why
                    about={m.population}
                    rule={pair(population.sentence, population.sentence_en)}
                    clause={population.clause}
                    on={date}
                    more={[[m.written, population.rule && <code key="rule">{population.rule}</code>]]}
                />
            </PageHead>
            {groups.length === 0 && <EmptyState title={m.none}>{m.none_hint}</EmptyState>}
            {groups.map(({ axis, rows }) => {
                const name = pair(axis.name, axis.name_en);
                const table = (
                    <CategoryTable key={axis.code} axis={axis.code} caption={m.caption(name)} rows={rows} date={date} />
                );
                return name ? (
                    <Section key={axis.code} title={name}>
                        {table}
                    </Section>
                ) : (
                    table
                );
            })}
        </>
    );
}
