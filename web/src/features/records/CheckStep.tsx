import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api, downloadUrl, server } from "../../api/client.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button, buttonLook } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../../ui/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { RefusedRows } from "../imports/RefusedRows.tsx";
import { columnsOf } from "../imports/wizard.ts";
import { CompletionCounts } from "./CompletionCounts.tsx";
import { CourseNames } from "./CourseNames.tsx";
import { type CompletionFile, type CompletionsInput, inputOf, isReady, isSame, type List, unsaid } from "./completions.ts";
import { words } from "./completions_words.ts";
import { NewCompletions } from "./NewCompletions.tsx";

/** What it was asked with decides what it says. */
export function useCheck(asked: CompletionsInput | null) {
    return useQuery({
        queryKey: ["completions-preview", asked],
        enabled: asked !== null,
        staleTime: Number.POSITIVE_INFINITY,
        // What was checked stays as it was checked, whatever is written meanwhile.
        meta: { frozen: true },
        placeholderData: keepPreviousData,
        queryFn: async () => {
            if (asked === null) throw new Error("nothing was asked");
            const { data } = await server.POST("/completions/preview", { body: asked });
            if (!data) throw new Error("no preview");
            return data;
        },
    });
}

interface Props {
    list: List;
    change: (part: Partial<List>) => void;
    file: CompletionFile;
}

/** Step 3: whose list it is, what it does not say itself, and then what would come of it. */
export function CheckStep({ list, change, file }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const plan = api.useQuery("get", "/courses").data?.courses ?? [];
    const courses = plan.map((one) => ({ value: one.code, label: pair(one.name, one.name_en) }));
    const now = inputOf(list, file);
    const current = isSame(list.asked, now);
    const check = useCheck(list.asked);
    const missing = unsaid(columnsOf(file, list.columns));
    const ask = (part: Partial<List> = {}) =>
        change({ ...part, asked: inputOf({ ...list, ...part }, file), skip_refused: false, job: null });
    const [attempts, setAttempts] = useState(0);
    const fields = useRef<HTMLDivElement>(null);
    useEffect(() => {
        if (attempts > 0) fields.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    }, [attempts]);
    const unfilled = (value: string | null | undefined) => (attempts > 0 && !value ? m.fill_in : undefined);
    const press = () => {
        if (!isReady(now)) return setAttempts((n) => n + 1);
        if (current) void check.refetch();
        else ask();
    };
    return (
        <Section title={m.check_title}>
            <div ref={fields} className="grid max-w-xl gap-5">
                {missing.who && (
                    <Notice tone="warn" live>
                        {m.say_who}
                    </Notice>
                )}
                <TextField
                    required
                    label={m.source}
                    hint={m.source_hint}
                    maxLength={60}
                    error={unfilled(now.source)}
                    value={list.source ?? file.source}
                    onChange={(source) => change({ source })}
                />
                {missing.course && (
                    <Select
                        required
                        label={m.course_of_all}
                        hint={m.course_of_all_hint}
                        empty={m.choose}
                        options={courses}
                        error={unfilled(now.course)}
                        value={list.course}
                        onChange={(course) => change({ course })}
                    />
                )}
                {missing.completed_on && (
                    <DateField
                        required
                        label={m.day_of_all}
                        hint={m.day_of_all_hint}
                        error={unfilled(now.completed_on)}
                        value={list.completed_on}
                        onChange={(completed_on) => change({ completed_on })}
                    />
                )}
                <div>
                    <Button
                        look={current ? "secondary" : "primary"}
                        disabled={missing.who}
                        pending={check.isFetching}
                        onPress={press}
                    >
                        {list.asked ? m.look_again : m.look}
                    </Button>
                </div>
            </div>
            {list.asked !== null && (
                <div className="mt-6 grid grid-cols-1 gap-8">
                    {!current && (
                        <Notice tone="warn" live>
                            {m.changed_since}
                        </Notice>
                    )}
                    <Ask query={check} small lines={6}>
                        {(found) => (
                            <>
                                <CompletionCounts counts={found.counts} />
                                {found.courses.length > 0 && (
                                    <CourseNames
                                        names={found.courses}
                                        courses={courses}
                                        onChoose={(given, code) => ask({ courses: { ...list.courses, [given]: code } })}
                                    />
                                )}
                                {found.refused.length > 0 && (
                                    <Section
                                        level={3}
                                        title={m.counts.refused}
                                        lead={m.refused_lead}
                                        action={
                                            <a
                                                href={downloadUrl("/completions/preview/refused", { upload: file.upload })}
                                                download
                                                className={buttonLook("secondary", "small")}
                                            >
                                                <Icon name="download" size={18} />
                                                {m.refused_download}
                                            </a>
                                        }
                                    >
                                        <RefusedRows rows={found.refused} />
                                    </Section>
                                )}
                                <NewCompletions rows={found.rows} total={found.counts.added} />
                            </>
                        )}
                    </Ask>
                </div>
            )}
        </Section>
    );
}
