import { use } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { type Me, useMe } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { longDate } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { CityPart } from "./CityPart.tsx";
import { ExecutiveReport } from "./ExecutiveReport.tsx";
import { HeadedSection } from "./HeadedSection.tsx";
import { RosterPart } from "./RosterPart.tsx";
import { Standing } from "./Standing.tsx";
import { TargetList } from "./TargetList.tsx";
import { Todos } from "./Todos.tsx";
import { Useful } from "./Useful.tsx";
import { words } from "./words.ts";

type Home = Schema<"Home">;

const holds = (me: Me, role: string) => me.roles.some((held) => held.role === role);

/** The first screen. What comes first depends on whom it is for; what somebody may not see, the server does not send. */
export function HomePage() {
    const me = useMe();
    const { on } = useAsOf();
    const query = api.useQuery("get", "/home", { params: { query: { on } } });
    if (holds(me, "executive") && query.data?.city !== null)
        return <Ask query={query}>{(home) => home.city && <ExecutiveReport city={home.city} on={home.as_of} />}</Ask>;
    return (
        <>
            <Greeting home={query.data} />
            <Ask query={query}>{(home) => <Found home={home} />}</Ask>
        </>
    );
}

function Found({ home }: { home: Home }) {
    const me = useMe();
    const office = holds(me, "dx_office");
    const keeps_roster = home.roster && (holds(me, "training_officer") || holds(me, "administrator"));
    return (
        <>
            {office && home.city && <TargetList targets={home.city.targets} />}
            {keeps_roster && home.roster && <RosterPart roster={home.roster} />}
            <Parts home={home} office={office} />
        </>
    );
}

/** What waits for a person as for every other: it holds up nobody else. */
const everybodys: ReadonlySet<Schema<"TodoKind">> = new Set([
    "rate_skills",
    "take_training",
    "session_soon",
    "release_training",
    "consent_application",
    "write_report",
    "answer_survey",
    "read_notice",
] as const);

function Parts({ home, office }: { home: Home; office: boolean }) {
    const m = useWords(words);
    const leads = home.sections.length > 0;
    // A head's decisions stand below, each done in its row.
    const rest = home.todo.filter(({ kind }) => kind !== "decide_conditional");
    const own = office ? rest.filter(({ kind }) => everybodys.has(kind)) : rest;
    const blocks = rest.filter(({ kind }) => !everybodys.has(kind));
    // Those who run the plan come for the city; their own standing is one click away.
    const personal = home.me !== null && (home.city === null || leads);
    return (
        <>
            {office && <Todos todo={blocks} title={m.blocks} nothing={m.blocks_none} />}
            {(own.length > 0 || (!leads && !office)) && <Todos todo={own} />}
            {home.sections.map((section) => (
                <HeadedSection key={section.unit} section={section} />
            ))}
            {home.fresh.length > 0 && <Todos todo={home.fresh} title={m.fresh} />}
            {home.city && (
                <>
                    {!office && <TargetList targets={home.city.targets} />}
                    <CityPart city={home.city} />
                </>
            )}
            {personal && home.me && <Standing me={home.me} on={home.as_of} />}
            {(personal || (home.me === null && home.city === null)) && <Useful />}
        </>
    );
}

/** Whom it is for is known before what there is for them: the heading does not wait. */
function Greeting({ home }: { home: Home | undefined }) {
    const m = useWords(words);
    const me = useMe();
    const pair = usePair();
    const { date } = useAsOf();
    const { language } = use(LanguageContext);
    return (
        <PageHead title={m.hello(home?.me?.name ?? me.name)}>
            {[home?.me?.unit_name ?? me.unit_name, pair(me.plan_title, me.plan_title_en), m.made(longDate(date, language))]
                .filter((part) => part !== null && part !== "")
                .map((part) => (
                    <span key={part} className="mr-4 inline-block">
                        {part}
                    </span>
                ))}
        </PageHead>
    );
}
