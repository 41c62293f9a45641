import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { CalendarFeed } from "./CalendarFeed.tsx";
import { Completions } from "./Completions.tsx";
import { MySeats } from "./MySeats.tsx";
import { MySessions } from "./MySessions.tsx";
import { Obligations } from "./Obligations.tsx";
import { isUnderway } from "./runs.ts";
import { TrainingNav } from "./TrainingNav.tsx";
import { words } from "./words.ts";

/** わたしの研修: what comes next, what the year asks, where one has applied, what is completed. */
export function MyYearPage() {
    const { fiscal_year } = useAsOf();
    const year = api.useQuery("get", "/me/training", { params: { query: { fiscal_year } } });
    return (
        <>
            <TrainingNav />
            <Ask query={year} lines={8}>
                {(found) => <Found year={found} />}
            </Ask>
        </>
    );
}

function Found({ year }: { year: Schema<"MyYear"> }) {
    const m = useWords(words);
    const to_do = year.obligations.filter(({ done }) => !done).length;
    const underway = year.seats.filter(({ enrolment }) => isUnderway(enrolment.status)).length;
    return (
        <>
            <PageHead title={m.mine_title}>{m.mine_lead(to_do, underway, year.completions.length)}</PageHead>
            <MySessions sessions={year.sessions} />
            <Obligations obligations={year.obligations} />
            <MySeats seats={year.seats} />
            <Completions completions={year.completions} />
            <CalendarFeed />
        </>
    );
}
