import { useRouter } from "@tanstack/react-router";
import { type KeyboardEvent, use, useDeferredValue, useEffect, useId, useRef, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { api } from "../api/client.ts";
import { LanguageContext } from "../i18n/context.ts";
import { useWords } from "../i18n/words.ts";
import { classes } from "../ui/classes.ts";
import { Icon } from "../ui/Icon.tsx";
import { placesFor } from "./navigation.ts";
import { useNavigation } from "./useNavigation.ts";
import { words } from "./words.ts";

interface Choice {
    key: string;
    kind: string;
    title: string;
    subtitle: string;
    act: () => void;
}

const together = (parts: readonly { text: string }[]) => parts.map((part) => part.text).join("");

/** Ctrl+K: people, sections, courses, terms and what was written from the server, pages and commands from here. */
export function Palette({ onClose, onShortcuts }: { onClose: () => void; onShortcuts: () => void }) {
    const m = useWords(words);
    const [text, setText] = useState("");
    const query = useDeferredValue(text.trim());
    const found = api.useQuery(
        "get",
        "/search",
        { params: { query: { q: query, limit: 6 } } },
        { enabled: query.length > 0, placeholderData: (before) => before },
    );
    const here = useLocalChoices(query, onClose, onShortcuts);
    const router = useRouter();
    const groups = query ? (found.data?.groups ?? []) : [];
    const everything: Choice = {
        key: "everything",
        kind: m.kinds.page,
        title: m.search_everything(query),
        subtitle: "",
        act: () => {
            onClose();
            void router.navigate({ to: "/search", search: { q: query } });
        },
    };
    // What is called so itself, before what speaks of it.
    const choices: Choice[] = [
        ...here,
        ...groups.flatMap(({ kind, hits }) =>
            hits.map((hit) => ({
                key: `${kind}-${hit.id ?? hit.code}-${hit.url}`,
                kind: m.kinds[kind],
                title: together(hit.title),
                subtitle: together(hit.text),
                act: () => {
                    onClose();
                    void router.navigate({ href: router.basepath + hit.url });
                },
            })),
        ),
        ...(groups.length > 0 ? [everything] : []),
    ];
    return (
        <ModalOverlay
            isOpen
            isDismissable
            onOpenChange={(open) => !open && onClose()}
            className="no-print fixed inset-0 z-40 bg-black/50 p-2 pt-[8vh]"
        >
            <Modal className="mx-auto max-w-2xl rounded-12 bg-paper shadow-3">
                <Dialog aria-label={m.search_hint} className="outline-none">
                    <Chooser
                        text={text}
                        setText={setText}
                        choices={choices}
                        empty={query ? m.search_nothing : m.search_start}
                        waiting={found.isFetching}
                    />
                </Dialog>
            </Modal>
        </ModalOverlay>
    );
}

function useLocalChoices(query: string, onClose: () => void, onShortcuts: () => void): Choice[] {
    const m = useWords(words);
    const router = useRouter();
    const { exists } = useNavigation();
    const { language, setLanguage } = use(LanguageContext);
    const then = (act: () => void) => () => {
        onClose();
        act();
    };
    const pages = placesFor(exists).map(({ place, to }) => ({
        key: to,
        kind: m.kinds.page,
        title: m.nav[place],
        subtitle: "",
        act: then(() => void router.navigate({ to: to as "/" })),
    }));
    const commands = [
        { key: "language", title: m.language, act: then(() => setLanguage(language === "ja" ? "en" : "ja")) },
        { key: "password", title: m.change_password, act: then(() => void router.navigate({ to: "/account/password" })) },
        { key: "sessions", title: m.sessions, act: then(() => void router.navigate({ to: "/account/sessions" })) },
        { key: "shortcuts", title: m.shortcuts, act: then(onShortcuts) },
    ].map((command) => ({ kind: m.kinds.command, subtitle: "", ...command }));
    const wanted = query.toLowerCase();
    return [...pages, ...commands].filter(({ title }) => title.toLowerCase().includes(wanted));
}

interface ChooserProps {
    text: string;
    setText: (text: string) => void;
    choices: readonly Choice[];
    empty: string;
    waiting: boolean;
}

function Chooser({ text, setText, choices, empty, waiting }: ChooserProps) {
    const m = useWords(words);
    const list = useId();
    const [at, setAt] = useState(0);
    const active = useRef<HTMLDivElement>(null);
    const current = Math.min(at, choices.length - 1);
    // biome-ignore lint/correctness/useExhaustiveDependencies: the ref follows `current`
    useEffect(() => {
        active.current?.scrollIntoView({ block: "nearest" });
    }, [current]);
    const pressed = (event: KeyboardEvent) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            const step = event.key === "ArrowDown" ? 1 : -1;
            setAt((current + step + choices.length) % Math.max(1, choices.length));
        }
        if (event.key === "Enter") choices[current]?.act();
    };
    return (
        <>
            <div className="flex items-center gap-2 border-line border-b px-4">
                <Icon name="search" className="text-quiet" />
                <input
                    // biome-ignore lint/a11y/noAutofocus: the palette was called for typing into it
                    autoFocus
                    role="combobox"
                    aria-label={m.search_hint}
                    aria-expanded={choices.length > 0}
                    aria-controls={list}
                    aria-activedescendant={choices[current] ? `${list}-${current}` : undefined}
                    autoComplete="off"
                    spellCheck={false}
                    placeholder={m.search_hint}
                    value={text}
                    onChange={(event) => {
                        setText(event.target.value);
                        setAt(0);
                    }}
                    onKeyDown={pressed}
                    className="min-h-14 w-full bg-transparent focus-visible:outline-none focus-visible:shadow-none"
                />
            </div>
            <div id={list} role="listbox" aria-label={m.search} aria-busy={waiting} className="max-h-[60vh] overflow-y-auto py-2">
                {choices.map((choice, index) => (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the input
                    // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus
                    <div
                        key={choice.key}
                        ref={index === current ? active : undefined}
                        id={`${list}-${index}`}
                        role="option"
                        aria-selected={index === current}
                        onClick={choice.act}
                        onPointerMove={() => setAt(index)}
                        className={classes(
                            "flex cursor-pointer items-baseline gap-x-3 px-4 py-2 text-table max-sm:flex-wrap",
                            index === current && "bg-primary-wash underline underline-offset-4",
                        )}
                    >
                        <span className="w-16 shrink-0 text-quiet text-xs">{choice.kind}</span>
                        <span className="min-w-0 flex-1 basis-1/3">{choice.title}</span>
                        {choice.subtitle && (
                            <span className="line-clamp-2 min-w-0 text-quiet text-sm max-sm:w-full max-sm:pl-19 sm:max-w-1/2">
                                {choice.subtitle}
                            </span>
                        )}
                    </div>
                ))}
            </div>
            {choices.length === 0 && !waiting && (
                <p role="status" className="px-4 pb-4 text-quiet">
                    {empty}
                </p>
            )}
        </>
    );
}
