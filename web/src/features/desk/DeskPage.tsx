import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { DeskNav } from "./DeskNav.tsx";
import { goesOn } from "./desk.ts";
import { MyConsultations } from "./MyConsultations.tsx";
import { SlotList } from "./SlotList.tsx";
import { SubjectList } from "./SubjectList.tsx";
import { words } from "./words.ts";

/** Where one asks: what I have asked, the days on which one may come by, and what can be asked. */
export function DeskPage() {
    const desk = api.useQuery("get", "/desk");
    return (
        <>
            <HirobaTabs />
            <DeskNav />
            <Ask query={desk} lines={8}>
                {(found) => <Found desk={found} />}
            </Ask>
        </>
    );
}

function Found({ desk }: { desk: Schema<"DeskPage"> }) {
    const m = useWords(words);
    const asks = desk.may_ask && desk.subjects.length > 0;
    return (
        <div className="max-w-4xl">
            <PageHead
                title={m.title}
                action={
                    asks && (
                        <LinkButton to={"/desk/new" as "."} look="primary">
                            {m.ask}
                        </LinkButton>
                    )
                }
            >
                {leadOf(desk, m)}
            </PageHead>
            {desk.may_ask && (
                <Section title={m.mine}>
                    {desk.mine.length > 0 ? (
                        <MyConsultations lines={desk.mine} />
                    ) : (
                        <EmptyState title={m.mine_none} icon="talk">
                            {m.mine_none_hint}
                        </EmptyState>
                    )}
                </Section>
            )}
            {desk.section.length > 0 && (
                <Section title={m.of_section} lead={m.of_section_lead}>
                    <MyConsultations lines={desk.section} named />
                </Section>
            )}
            <Section title={m.slots} lead={desk.slots.length > 0 && m.slots_lead}>
                <SlotList slots={desk.slots} mine={desk.mine.filter(goesOn)} />
            </Section>
            <Section title={m.subjects} lead={desk.subjects.length > 0 && m.subjects_lead}>
                <SubjectList subjects={desk.subjects} may_ask={desk.may_ask} />
            </Section>
        </div>
    );
}

function leadOf({ mine, waiting }: Schema<"DeskPage">, m: ReturnType<typeof words.ja>): string {
    const open = mine.filter(goesOn).length;
    return open > 0 ? m.lead_open(open, waiting.asked_back) : m.lead;
}
