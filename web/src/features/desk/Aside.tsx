import type { Consultation } from "./desk.ts";
import { Engagements } from "./Engagements.tsx";
import { Facts } from "./Facts.tsx";
import { History } from "./History.tsx";
import { Practice } from "./Practice.tsx";
import { Visits } from "./Visits.tsx";

/** Beside the exchange: who and when, what the desk did on site, and how it came here. */
export function Aside({ consultation }: { consultation: Consultation }) {
    return (
        <div className="min-w-0">
            <Facts consultation={consultation} />
            <Visits consultation={consultation} />
            <Engagements consultation={consultation} />
            <Practice consultation={consultation} />
            <History steps={consultation.steps} />
        </div>
    );
}
