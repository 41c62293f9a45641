import { use } from "react";
import { LanguageContext } from "../../i18n/context.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { toast } from "../../ui/toasts.ts";
import type { Chosen } from "./chosen.ts";
import { aboutOf } from "./editing.ts";
import { words } from "./editor_words.ts";
import { clashing } from "./merging.ts";
import type { Editor } from "./useEditor.ts";

/** What keeps the draft from being saved or published, and what is to be decided. */
export function EditorNotices({ editor, onChoose }: { editor: Editor; onChoose: (chosen: Chosen) => void }) {
    const m = useWords(words);
    return (
        <div className="mb-6 grid max-w-4xl gap-4">
            {editor.restored && editor.dirty && (
                <p className="flex flex-wrap items-center gap-x-4 text-quiet text-sm">
                    {m.restored}
                    <Button look="quiet" size="small" onPress={editor.letGo}>
                        {m.let_go}
                    </Button>
                </p>
            )}
            {editor.unkept && <Notice tone="warn">{m.too_large}</Notice>}
            {editor.refusal && <Failure error={editor.refusal} small />}
            {editor.theirs && <Conflict editor={editor} theirs={editor.theirs} />}
            {editor.problems.length > 0 && <Problems editor={editor} onChoose={onChoose} />}
        </div>
    );
}

function Conflict({ editor, theirs }: { editor: Editor; theirs: NonNullable<Editor["theirs"]> }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const { base, survey } = editor;
    const clash = clashing(base, survey, theirs.survey);
    const numbers = clash.map((code) => m.number_of(survey.questions.findIndex((question) => question.code === code) + 1));
    return (
        <Notice
            tone="warn"
            title={m.conflict}
            live
            action={
                <>
                    <Button
                        size="small"
                        look="primary"
                        onPress={() => {
                            editor.merge(theirs);
                            toast(m.merged);
                        }}
                    >
                        {m.merge}
                    </Button>
                    <Button size="small" onPress={() => void editor.keepMine(theirs)}>
                        {m.keep_mine}
                    </Button>
                    <Button
                        size="small"
                        onPress={() => {
                            editor.takeTheirs(theirs);
                            toast(m.theirs_taken, { undo: () => editor.replace(survey) });
                        }}
                    >
                        {m.take_theirs}
                    </Button>
                </>
            }
        >
            {m.conflict_hint} {clash.length > 0 && m.conflict_both(numbers.join(language === "ja" ? "、" : ", "))}
        </Notice>
    );
}

function Problems({ editor, onChoose }: { editor: Editor; onChoose: (chosen: Chosen) => void }) {
    const m = useWords(words);
    const pair = usePair();
    const { problems, survey } = editor;
    return (
        <details className="rounded-8 border-2 border-warn px-4 py-3" open={problems.length <= 5}>
            <summary className="cursor-pointer font-bold">{m.problems(problems.length)}</summary>
            <p className="text-quiet text-sm">{m.problems_hint}</p>
            <ul className="mt-1 list-disc pl-5">
                {problems.map((one) => {
                    const about = aboutOf(survey, one.pointer);
                    const at = survey.questions.findIndex(({ code }) => code === about.question);
                    const said = pair(one.problem, one.problem_en);
                    return (
                        <li key={`${one.pointer} ${one.problem}`}>
                            <button type="button" className="link cursor-pointer text-left" onClick={() => onChoose(about)}>
                                {at >= 0 && `${m.number_of(at + 1)}: `}
                                {said}
                            </button>
                        </li>
                    );
                })}
            </ul>
        </details>
    );
}
