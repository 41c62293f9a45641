import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Section } from "../../ui/Section.tsx";
import { Why } from "../../ui/Why.tsx";
import { askedRoutes } from "./nominations.ts";
import { words } from "./office_words.ts";
import { terms } from "./terms.ts";

type Role = Schema<"RoleLine">;

/** The plan's roles: from each a round is prepared by the routes the plan gives it. */
export function Roles({ roles }: { roles: readonly Role[] }) {
    const m = useWords(words);
    if (roles.length === 0)
        return (
            <Section title={m.roles}>
                <EmptyState title={m.no_roles} icon="book" action={<LinkButton to={"/plan" as "."}>{m.to_plan}</LinkButton>}>
                    {m.no_roles_hint}
                </EmptyState>
            </Section>
        );
    return (
        <Section title={m.roles} lead={m.roles_lead}>
            <ul className="max-w-4xl">
                {roles.map((role) => (
                    <li
                        key={role.role}
                        className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-line border-b py-3 first:border-t"
                    >
                        <RoleItem role={role} />
                    </li>
                ))}
            </ul>
        </Section>
    );
}

function RoleItem({ role }: { role: Role }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const name = pair(role.name, role.name_en);
    const routes = askedRoutes(role.routes);
    const facts = [
        role.routes.map((route) => t.route[route]).join("・"),
        role.per_section > 0 && m.per_section_of(role.per_section),
        role.term_years > 0 && m.term_of(role.term_years),
        m.holders(role.holders),
    ];
    return (
        <>
            <div className="min-w-0 flex-1 basis-72">
                <span className="font-bold">{name}</span>{" "}
                <Why about={name} rule={role.renewal || role.eligibility} clause={role.clause} more={[[m.note, role.note]]} />
                <span className="block text-quiet text-sm">{facts.filter(Boolean).join(" ・ ")}</span>
                {routes.length === 0 && <span className="block text-sm">{m.not_asked}</span>}
            </div>
            <div className="flex flex-wrap gap-2">
                {routes.map((route) => (
                    <LinkButton
                        key={route}
                        size="small"
                        to={"/training/nominations/new" as "."}
                        search={{ role: role.role, route }}
                        aria-label={m.begin_for(name, t.route[route])}
                    >
                        {m.begin(t.route[route])}
                    </LinkButton>
                ))}
            </div>
        </>
    );
}
