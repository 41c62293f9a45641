import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api, queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useMay, useMe } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Forbidden } from "../../ui/Forbidden.tsx";
import { Form } from "../../ui/Form.tsx";
import { NotFound } from "../../ui/NotFound.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useFilters } from "../../ui/useFilters.ts";
import { useForm } from "../../ui/useForm.ts";
import { askedRoutes, type Round } from "./nominations.ts";
import { words } from "./office_words.ts";
import { bodyOf, ceilingOf, formOf, newRound, ofRole, type RoundDraft, roundCheck, withCeiling } from "./roundForm.ts";
import { terms } from "./terms.ts";

type Role = Schema<"RoleLine">;

export function NewRoundPage() {
    const may = useMay("appoint");
    const overview = api.useQuery("get", "/nominations");
    if (!may) return <Forbidden />;
    return (
        <Ask query={overview} lines={8}>
            {(found) => <RoundForm roles={found.roles} round={null} />}
        </Ask>
    );
}

export function EditRoundPage() {
    const may = useMay("appoint");
    const { round: id } = useParams({ strict: false });
    const overview = api.useQuery("get", "/nominations");
    const round = overview.data?.rounds.find((line) => line.round.id === Number(id))?.round;
    if (!may) return <Forbidden />;
    return (
        <Ask query={overview} lines={8}>
            {(found) => (round ? <RoundForm key={round.id} roles={found.roles} round={round} /> : <NotFound />)}
        </Ask>
    );
}

/** A round begins with what the plan says of the role; everything of it can be changed. */
function RoundForm({ roles, round }: { roles: readonly Role[]; round: Round | null }) {
    const m = useWords(words);
    const { today } = useMe();
    const navigate = useNavigate();
    const [{ role, route }] = useFilters(["role", "route"]);
    const askable = roles.filter(({ routes }) => askedRoutes(routes).length > 0);
    // Whoever else changed it meanwhile is not overwritten, even if the newer one has been fetched since.
    const [revision] = useState(round?.revision ?? 0);
    const page = (id: number) => ({ to: `/training/nominations/${id}` as "." });
    const form = useForm<RoundDraft>({
        initial: round
            ? formOf(round)
            : newRound(
                  askable.find((one) => one.role === role),
                  route,
                  today,
              ),
        check: roundCheck(m),
        draft: round ? `round.${round.id}` : `round.new.${role}.${route}`,
        save: async (values) => {
            const body = bodyOf(values);
            const { data } = round
                ? await server.PATCH("/nominations/{round}", {
                      params: { path: { round: round.id } },
                      body: { ...body, revision },
                  })
                : await server.POST("/nominations", { body });
            toast(round ? m.saved : m.added);
            await queries.invalidateQueries();
            if (data) await navigate(page(data.id));
        },
    });
    return (
        <>
            <PageHead title={round ? m.edit_title : m.add} path={[{ label: m.title, to: "/training/nominations" }]}>
                {!round && m.add_lead}
            </PageHead>
            <div className="max-w-3xl">
                <Form
                    form={form}
                    submit={round ? m.save : m.add}
                    onCancel={() => void navigate(round ? page(round.id) : { to: "/training/nominations" as "." })}
                >
                    <Whom form={form} roles={askable} fixed={round !== null && round.status !== "draft"} today={today} />
                    <When form={form} fixed={round !== null && round.status !== "draft"} />
                    <Renewing form={form} />
                    <TextField label={m.note} lines={3} maxLength={2000} {...form.field("note")} />
                    <TextField label={m.name} hint={m.name_hint} maxLength={100} {...form.field("name")} />
                </Form>
            </div>
        </>
    );
}

type Fields = ReturnType<typeof useForm<RoundDraft>>;

/** Which role by which route, who may be chosen, how many. */
function Whom({ form, roles, fixed, today }: { form: Fields; roles: readonly Role[]; fixed: boolean; today: string }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const { values, set } = form;
    const chosen = roles.find(({ role }) => role === values.role);
    const ranks = usePlanRanks();
    const begin = (role: string) => {
        const next = ofRole(
            roles.find((one) => one.role === role),
            values.route,
            today,
        );
        for (const [name, value] of Object.entries(next)) set(name, value as never);
    };
    return (
        <>
            <Select
                required
                disabled={fixed}
                label={m.role}
                empty={m.choose}
                options={roles.map((one) => ({ value: one.role, label: pair(one.name, one.name_en) }))}
                {...form.field("role")}
                onChange={begin}
            />
            {chosen && (
                <RadioGroup
                    inline
                    required
                    label={m.route}
                    options={askedRoutes(fixed ? [values.route || "nomination"] : chosen.routes).map((value) => ({
                        value,
                        label: t.route[value],
                    }))}
                    {...form.field("route")}
                />
            )}
            <Select
                label={m.ceiling}
                hint={m.ceiling_hint}
                empty={m.no_ceiling}
                options={ranks.map((value) => ({ value, label: value }))}
                value={ceilingOf(values.eligibility)}
                onChange={(rank) => set("eligibility", withCeiling(values.eligibility, rank))}
            />
            <TextField label={m.eligibility} hint={m.eligibility_hint} maxLength={500} {...form.field("eligibility")} />
            {values.route !== "open_call" && (
                <TextField
                    type="number"
                    inputMode="numeric"
                    label={m.per_section}
                    hint={m.per_section_hint}
                    {...form.field("per_section")}
                />
            )}
        </>
    );
}

/** The ranks of the plan in force, the most senior first. */
function usePlanRanks(): string[] {
    const plan = api.useQuery("get", "/plan").data?.plan;
    return [...(plan?.ranks ?? [])].sort((a, b) => b.order - a.order).map(({ name }) => name);
}

function When({ form, fixed }: { form: Fields; fixed: boolean }) {
    const m = useWords(words);
    return (
        <>
            <DateField required label={m.opens_on} {...form.field("opens_on")} />
            <DateField required label={m.closes_on} {...form.field("closes_on")} />
            <DateField required disabled={fixed} label={m.term_from} {...form.field("term_from")} />
            <DateField label={m.term_until} hint={m.term_until_hint} {...form.field("term_last")} />
        </>
    );
}

function Renewing({ form }: { form: Fields }) {
    const m = useWords(words);
    const t = useWords(terms);
    const { values, set } = form;
    return (
        <>
            <RadioGroup
                label={m.renewal}
                options={(["yearly", "continuing"] as const).map((value) => ({
                    value,
                    label: t.renewal[value],
                    hint: m.renewal_hint[value],
                }))}
                {...form.field("renewal")}
            />
            {values.renewal === "continuing" && (
                <Checkbox
                    checked={values.survives_transfer}
                    onChange={(on) => set("survives_transfer", on)}
                    hint={m.survives_transfer_hint}
                >
                    {m.survives_transfer}
                </Checkbox>
            )}
            <TextField
                type="number"
                inputMode="numeric"
                label={m.max_terms}
                hint={m.max_terms_hint}
                {...form.field("max_terms")}
            />
        </>
    );
}
