import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { Actions } from "./Actions.tsx";
import { Aside } from "./Aside.tsx";
import { Attention } from "./Attention.tsx";
import { words } from "./consultation_words.ts";
import type { Consultation } from "./desk.ts";
import { goesOn } from "./desk.ts";
import { Exchange } from "./Exchange.tsx";
import { Question } from "./Question.tsx";
import { Result } from "./Result.tsx";
import { StageLine } from "./StageLine.tsx";
import { DueDay, Stands } from "./States.tsx";

/** One consultation: where it stands, what was said, what the desk did; whoever asked and the desk each see their own side of it. */
export function ConsultationPage() {
    const { consultation } = useParams({ strict: false });
    const query = api.useQuery("get", "/consultations/{id}", { params: { path: { id: Number(consultation) } } });
    return (
        <>
            <HirobaTabs />
            <Ask query={query} lines={10}>
                {(found) => <Found key={found.id} consultation={found} />}
            </Ask>
        </>
    );
}

function Found({ consultation }: { consultation: Consultation }) {
    const m = useWords(words);
    const { is_desk, title, no } = consultation;
    return (
        <>
            <PageHead
                title={title}
                path={[{ label: m.home, to: "/desk" }, ...(is_desk ? [{ label: m.board, to: "/desk/board" }] : [])]}
                aside={
                    <span className="flex flex-wrap items-baseline gap-x-3">
                        <span className="tabular text-quiet">{m.number_of(no)}</span>
                        <Stands line={consultation} />
                    </span>
                }
                action={<Actions consultation={consultation} />}
            >
                {goesOn(consultation) && <Turn consultation={consultation} />}
            </PageHead>
            <Attention consultation={consultation} />
            <div className="mb-8">
                <StageLine steps={consultation.stages} />
            </div>
            <div className="grid gap-x-10 desk:grid-cols-[minmax(0,1fr)_21rem]">
                <div className="min-w-0">
                    <Result consultation={consultation} />
                    <Question consultation={consultation} />
                    <Exchange consultation={consultation} />
                </div>
                <Aside consultation={consultation} />
            </div>
        </>
    );
}

/** Whose turn it is, and until when. */
function Turn({ consultation }: { consultation: Consultation }) {
    const m = useWords(words);
    const { status, answered, is_mine } = consultation;
    const asker = status === "waiting_for_asker";
    return (
        <span className="flex flex-wrap items-baseline gap-x-3">
            <span>{asker ? (is_mine ? m.turn.me : m.turn.asker) : answered ? m.turn.next : m.turn.answer}</span>
            {!asker && (
                <span className="flex flex-wrap items-baseline gap-x-2 text-ink">
                    <span>{answered ? m.next_due : m.answer_due}</span>
                    <DueDay line={consultation} />
                </span>
            )}
        </span>
    );
}
