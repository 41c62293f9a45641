import type { ReactNode } from "react";

/** One sheet: A4 upright on paper, the same proportions on the screen; the next begins on a new page. */
export function PaperSheet({ title, label, children }: { title: string; label: string; children: ReactNode }) {
    return (
        <article
            aria-label={label}
            className="mx-auto mb-8 flex max-w-2xl flex-col border border-line-strong bg-paper px-[8%] py-[7%] sm:aspect-[210/297] print:mb-0 print:h-[262mm] print:max-w-none print:break-after-page print:border-0 print:px-[12mm] print:py-[10mm] print:last:break-after-auto"
        >
            <h2 className="mb-8 text-center font-bold text-[1.5rem] tracking-[0.4em] [text-indent:0.4em] [:lang(en)_&]:tracking-wide [:lang(en)_&]:[text-indent:0]">
                {title}
            </h2>
            {children}
        </article>
    );
}
