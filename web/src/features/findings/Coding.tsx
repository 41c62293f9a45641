import { useEffect, useEffectEvent, useRef, useState } from "react";
import { queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { Select } from "../../ui/Select.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import type { Question } from "../answering/asked.ts";
import { useMoves } from "../training/useMoves.ts";
import { meaningOf, shownTexts, stepped, type Text, type Theme, toggled, withThemes } from "./coding.ts";
import { ThemeDialog } from "./ThemeDialog.tsx";
import { ThemeList } from "./ThemeList.tsx";
import { words } from "./text_words.ts";
import { WordList } from "./WordList.tsx";

interface Props {
    wave: number;
    texts: Schema<"Texts">;
    question: Question | undefined;
}

/** One text after the other, each with its themes; by mouse or by keyboard. */
export function Coding({ wave, texts, question }: Props) {
    const m = useWords(words);
    const { failed } = useMoves();
    const [{ show, word }, setFilters] = useFilters(["show", "word"]);
    const [at, setAt] = useState(0);
    const [adding, setAdding] = useState(false);
    const list = useRef<HTMLUListElement>(null);
    // What one sees does not run away under one's hands as it gets its theme.
    const [held, setHeld] = useState<readonly string[]>([]);
    const shown =
        show === "left" ? keep(texts.texts, shownTexts(texts.texts, show, word), held) : shownTexts(texts.texts, show, word);
    const here = Math.min(at, shown.length - 1);

    const assign = async (text: Text, theme: number) => {
        const key = ["get", "/survey-waves/{id}/texts", { params: { path: { id: wave }, query: { question: texts.question } } }];
        const themes = toggled(text.themes, theme);
        setHeld((before) => [...before, text.id]);
        queries.setQueryData<Schema<"Texts">>(key, (before) => before && withThemes(before, text.id, themes));
        try {
            await server.PUT("/survey-texts/{code}/themes", { params: { path: { code: text.id } }, body: { themes } });
        } catch (error) {
            failed(error);
            await queries.invalidateQueries({ queryKey: key });
        }
    };
    const go = (step: number) => {
        const next = stepped(here, step, shown.length);
        setAt(next);
        list.current?.children[next]?.scrollIntoView({ block: "nearest" });
    };
    useCodingKeys(!adding, texts.themes.length, (meaning) => {
        const text = shown[here];
        if ("go" in meaning) return go(meaning.go);
        if ("add" in meaning) return setAdding(true);
        const theme = texts.themes[meaning.theme];
        if (text && theme) void assign(text, theme.id);
    });
    const filter = (part: { show?: string; word?: string }) => {
        setAt(0);
        setHeld([]);
        setFilters(part);
    };

    return (
        <div className="grid gap-8 desk:grid-cols-[minmax(0,1fr)_18rem]">
            <div>
                <div className="mb-3 flex flex-wrap items-end gap-3">
                    <Select
                        plain
                        small
                        className="w-64 text-table"
                        label={m.show}
                        value={show}
                        options={[
                            { value: "", label: m.show_all },
                            { value: "left", label: m.show_left },
                            ...texts.themes.map(({ id, name }) => ({ value: String(id), label: m.show_theme(name) })),
                        ]}
                        onChange={(next) => filter({ show: next })}
                    />
                    {word && (
                        <Button
                            size="small"
                            look="quiet"
                            aria-label={m.clear_word}
                            icon="close"
                            onPress={() => filter({ word: "" })}
                        >
                            {m.word_filter(word)}
                        </Button>
                    )}
                </div>
                <p className="mb-2 hidden text-quiet text-sm desk:block">{m.keys}</p>
                {shown.length === 0 && <p className="text-quiet">{m.none_shown}</p>}
                <ul ref={list} aria-label={m.texts}>
                    {shown.map((text, index) => (
                        <OneText
                            key={text.id}
                            text={text}
                            at={index}
                            here={index === here}
                            themes={texts.themes}
                            option={question?.options.find(({ code }) => code === text.option)}
                            onHere={() => setAt(index)}
                            onToggle={(theme) => void assign(text, theme)}
                        />
                    ))}
                </ul>
            </div>
            <div className="desk:sticky desk:top-4 desk:self-start">
                <ThemeList themes={texts.themes} onAdd={() => setAdding(true)} />
                <WordList words={texts.words} chosen={word} onChoose={(next) => filter({ word: next })} />
            </div>
            {adding && <ThemeDialog wave={wave} question={texts.question} onClose={() => setAdding(false)} />}
        </div>
    );
}

function keep(all: readonly Text[], shown: readonly Text[], held: readonly string[]): Text[] {
    const ids = new Set([...shown.map(({ id }) => id), ...held]);
    return all.filter(({ id }) => ids.has(id));
}

function useCodingKeys(on: boolean, themes: number, act: (meaning: NonNullable<ReturnType<typeof meaningOf>>) => void) {
    const pressed = useEffectEvent((event: KeyboardEvent) => {
        if (!on || event.ctrlKey || event.altKey || event.metaKey) return;
        const target = event.target as HTMLElement;
        if (target.closest("input, select, textarea, [role=dialog]")) return;
        const meaning = meaningOf(event.key, themes);
        if (!meaning) return;
        event.preventDefault();
        act(meaning);
    });
    useEffect(() => {
        const listen = (event: KeyboardEvent) => pressed(event);
        window.addEventListener("keydown", listen);
        return () => window.removeEventListener("keydown", listen);
    }, []);
}

interface OneTextProps {
    text: Text;
    at: number;
    here: boolean;
    themes: readonly Theme[];
    option: Schema<"Option"> | undefined;
    onHere: () => void;
    onToggle: (theme: number) => void;
}

function OneText({ text, at, here, themes, option, onHere, onToggle }: OneTextProps) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <li
            aria-current={here ? "true" : undefined}
            className={classes(
                "scroll-my-4 border-line border-b border-l-4 px-4 py-3",
                here ? "border-l-primary bg-primary-wash" : "border-l-transparent",
            )}
        >
            <button
                type="button"
                aria-label={m.text_at(at + 1)}
                onClick={onHere}
                className="block w-full cursor-pointer whitespace-pre-line text-left"
            >
                {text.text}
            </button>
            {option && <p className="text-quiet text-sm">{m.of_option(pair(option.text, option.text_en))}</p>}
            {themes.length > 0 && (
                <fieldset className="mt-2 flex flex-wrap gap-2">
                    <legend className="sr-only">{m.themes_of(at + 1)}</legend>
                    {themes.map(({ id, name }, index) => {
                        const on = text.themes.includes(id);
                        return (
                            <button
                                key={id}
                                type="button"
                                aria-pressed={on}
                                onClick={() => {
                                    onHere();
                                    onToggle(id);
                                }}
                                className={classes(
                                    "min-h-8 cursor-pointer rounded-full border px-3 text-sm",
                                    on
                                        ? "border-primary bg-primary text-white"
                                        : "border-line-strong bg-paper text-ink hover:bg-primary-wash",
                                )}
                            >
                                {here && index < 9 && <span className="mr-1 opacity-80">{index + 1}</span>}
                                {name}
                            </button>
                        );
                    })}
                </fieldset>
            )}
        </li>
    );
}
