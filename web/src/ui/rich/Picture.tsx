import { useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { Dialog } from "../Dialog.tsx";
import { words } from "./words.ts";

/** A picture in somebody's text, at most as high as half a screen; pressed, it opens in full. */
export function Picture({ src, text }: { src: string; text: string }) {
    const m = useWords(words);
    const [open, setOpen] = useState(false);
    const [lost, setLost] = useState(false);
    if (lost) return <span className="text-quiet">{m.lost(text)}</span>;
    return (
        <>
            <button
                type="button"
                aria-haspopup="dialog"
                aria-label={m.enlarge(text)}
                onClick={() => setOpen(true)}
                className="my-1 block min-h-24 max-w-full cursor-zoom-in rounded-4 border border-line"
            >
                <img
                    src={src}
                    alt={text}
                    loading="lazy"
                    decoding="async"
                    onError={() => setLost(true)}
                    className="max-h-[min(24rem,50vh)] max-w-full rounded-4"
                />
            </button>
            <Dialog open={open} onClose={() => setOpen(false)} title={text} wide>
                <img src={src} alt={text} className="mx-auto max-w-full" />
            </Dialog>
        </>
    );
}
