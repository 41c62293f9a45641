import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import * as v from "valibot";
import { api, queries, sendFile, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { FileDrop } from "../../ui/FileDrop.tsx";
import { Form } from "../../ui/Form.tsx";
import { Section } from "../../ui/Section.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { SurveysTable } from "./SurveysTable.tsx";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

type Detail = Schema<"SurveyDetail">;

/** 調査票: those there are, and the three ways to begin one. */
export function SurveysPart() {
    const m = useWords(words);
    const list = api.useQuery("get", "/surveys");
    const [empty, setEmpty] = useState(false);
    return (
        <Ask query={list}>
            {({ surveys, packs }) => (
                <>
                    <div className="mb-10">
                        <SurveysTable surveys={surveys} />
                        <Button className="mt-4" onPress={() => setEmpty(true)}>
                            {m.start_empty}
                        </Button>
                    </div>
                    {packs.length > 0 && <Packs packs={packs} />}
                    <Import />
                    {empty && <EmptyDialog onClose={() => setEmpty(false)} />}
                </>
            )}
        </Ask>
    );
}

function useBegun() {
    const m = useWords(words);
    const navigate = useNavigate();
    return async (detail: Detail | undefined, said = m.begun) => {
        toast(said);
        void queries.invalidateQueries();
        if (detail) await navigate({ to: `/surveys/${detail.summary.id}` as "." });
    };
}

function Packs({ packs }: { packs: readonly Schema<"PackOffer">[] }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const begun = useBegun();
    const [starting, setStarting] = useState("");
    const [problem, setProblem] = useState<unknown>(null);
    const start = async (pack: string) => {
        setStarting(pack);
        setProblem(null);
        try {
            const { data } = await server.POST("/surveys", { body: { pack, copy_of: null, title: "" } });
            await begun(data);
        } catch (error) {
            setProblem(error);
        } finally {
            setStarting("");
        }
    };
    return (
        <Section title={m.packs} lead={m.packs_lead}>
            {problem !== null && (
                <div className="mb-4 max-w-3xl">
                    <Failure error={problem} small />
                </div>
            )}
            <ul className="max-w-4xl">
                {packs.map((pack) => (
                    <li
                        key={pack.code}
                        className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-b py-3 first:border-t"
                    >
                        <span className="min-w-0 flex-1 basis-72">
                            <span className="font-bold">{pair(pack.title, pack.title_en)}</span>
                            <span className="block text-quiet text-sm">
                                {t.purpose[pack.purpose]} · {m.pack_questions(pack.questions)}
                                {pack.source && ` · ${m.source}: ${pack.source}`}
                            </span>
                        </span>
                        <Button
                            size="small"
                            aria-label={`${pair(pack.title, pack.title_en)}: ${m.pack_start}`}
                            pending={starting === pack.code}
                            onPress={() => void start(pack.code)}
                        >
                            {m.pack_start}
                        </Button>
                    </li>
                ))}
            </ul>
        </Section>
    );
}

const largest = 5 * 1024 * 1024;

function Import() {
    const m = useWords(words);
    const begun = useBegun();
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<unknown>(null);
    const send = async (file: File) => {
        setBusy(true);
        setProblem(null);
        try {
            const format = file.name.toLowerCase().endsWith(".xlsx") ? "xlsx" : "yaml";
            await begun(await sendFile<Detail>(`/survey-files/${format}`, file), m.imported);
        } catch (error) {
            setProblem(error);
        } finally {
            setBusy(false);
        }
    };
    return (
        <Section title={m.import} lead={m.import_lead}>
            <div className="grid max-w-3xl gap-4">
                {problem !== null && <Failure error={problem} small />}
                <FileDrop
                    label={m.import}
                    hint={m.import_hint}
                    accept={[".yaml", ".yml", ".xlsx"]}
                    max_bytes={largest}
                    busy={busy}
                    onFile={(file) => void send(file)}
                />
            </div>
        </Section>
    );
}

const check = v.object({ title: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)) });

function EmptyDialog({ onClose }: { onClose: () => void }) {
    const m = useWords(words);
    const begun = useBegun();
    const form = useForm({
        initial: { title: "" },
        check,
        save: async ({ title }) => {
            const { data } = await server.POST("/surveys", { body: { pack: "", copy_of: null, title: title.trim() } });
            await begun(data);
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.start_empty}>
            <Form form={form} submit={m.start} onCancel={onClose}>
                <TextField required label={m.start_title} maxLength={200} {...form.field("title")} />
            </Form>
        </Dialog>
    );
}
