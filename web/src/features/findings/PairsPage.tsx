import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { PairsTable } from "./PairsTable.tsx";
import { differenceText, meanText, pointsText, shareText } from "./results.ts";
import { words } from "./trend_words.ts";
import { words as result_words } from "./words.ts";

/** 前後の比較: what changed in the same people, said in sentences and then in figures. */
export function PairsPage() {
    const m = useWords(words);
    const { wave } = useParams({ strict: false });
    const pairs = api.useQuery("get", "/survey-waves/{id}/pairs", { params: { path: { id: Number(wave) } } });
    if (!pairs.data && pairs.error && refusalOf(pairs.error).code === "wrong_status")
        return (
            <>
                <Head wave={Number(wave)} />
                <EmptyState title={m.not_closed} icon="clock" />
            </>
        );
    return <Ask query={pairs}>{(found) => <Found wave={Number(wave)} pairs={found} />}</Ask>;
}

function Head({ wave, lead }: { wave: number; lead?: string }) {
    const m = useWords(words);
    const r = useWords(result_words);
    return (
        <PageHead
            title={m.pairs_title}
            path={[
                { label: m.surveys, to: "/surveys" },
                { label: r.to_wave, to: `/surveys/waves/${wave}` },
            ]}
            action={
                lead && (
                    <Button icon="print" onPress={() => window.print()}>
                        {r.print}
                    </Button>
                )
            }
        >
            {lead}
        </PageHead>
    );
}

function Found({ wave, pairs }: { wave: number; pairs: Schema<"Pairs"> }) {
    const m = useWords(words);
    const pair = usePair();
    if (pairs.too_few)
        return (
            <>
                <Head wave={wave} />
                <EmptyState title={m.too_few} icon="people">
                    {m.too_few_hint}
                </EmptyState>
            </>
        );
    return (
        <>
            <Head wave={wave} lead={m.pairs_lead(pairs.before.name, pairs.after.name, pairs.pairs)} />
            {pairs.left_out > 0 && <p className="mb-4 max-w-3xl text-quiet">{m.left_out(pairs.left_out)}</p>}
            <ul className="mb-8 grid max-w-4xl gap-3">
                {pairs.shares.map((one) => (
                    <li
                        key={`${one.question} ${one.item} ${one.indicator}`}
                        className="border-primary border-l-4 pl-4 text-std-18B-160"
                    >
                        {pair(one.sentence, one.sentence_en)}
                    </li>
                ))}
            </ul>
            {pairs.shares.length > 0 && (
                <Section title={m.shares} lead={m.interval_hint}>
                    <PairsTable
                        judged
                        caption={m.shares}
                        rows={pairs.shares}
                        value={shareText}
                        change={(n) => m.points(pointsText(n))}
                        bare={pointsText}
                    />
                </Section>
            )}
            {pairs.means.length > 0 && (
                <Section title={m.means}>
                    <PairsTable
                        caption={m.means}
                        rows={pairs.means}
                        value={meanText}
                        change={differenceText}
                        bare={differenceText}
                        judged={false}
                    />
                </Section>
            )}
        </>
    );
}
