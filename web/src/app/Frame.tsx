import { Outlet, useRouter } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { listen } from "../api/events.ts";
import { CityWording } from "../i18n/LanguageProvider.tsx";
import { laterOver } from "../ui/later.tsx";
import { ToastRegion } from "../ui/ToastRegion.tsx";
import { BottomBar } from "./BottomBar.tsx";
import { Header } from "./Header.tsx";
import { whenIdle } from "./idle.ts";
import { SideNav } from "./SideNav.tsx";
import { SkipLink } from "./SkipLink.tsx";
import { useMe } from "./session.ts";
import { useShortcuts } from "./useShortcuts.ts";

const Palette = laterOver(() => import("./Palette.tsx"), "Palette");
const Shortcuts = laterOver(() => import("./Shortcuts.tsx"), "Shortcuts");

export function Frame() {
    const me = useMe();
    return (
        <CityWording own={me.wording}>
            <FrameBody />
        </CityWording>
    );
}

function FrameBody() {
    const me = useMe();
    const [open, setOpen] = useState<"palette" | "shortcuts" | null>(null);
    const close = () => setOpen(null);
    useShortcuts({ palette: () => setOpen("palette"), help: () => setOpen("shortcuts") });
    useEffect(listen, []);
    // Whoever presses Ctrl+K begins to type at once.
    useEffect(() => whenIdle(Palette.preload), []);
    useEffect(() => {
        document.documentElement.dataset.city = me.municipality.name;
    }, [me.municipality.name]);
    const main = useFocusAfterNavigation();

    return (
        <div className="flex min-h-dvh flex-col">
            <SkipLink />
            <Header onSearch={() => setOpen("palette")} onShortcuts={() => setOpen("shortcuts")} />
            <div className="flex flex-1">
                <SideNav />
                <main
                    ref={main}
                    id="main"
                    tabIndex={-1}
                    className="min-w-0 flex-1 px-4 py-6 pb-24 desk:px-8 desk:pb-12 print:p-0"
                >
                    <Outlet />
                </main>
            </div>
            <BottomBar />
            <ToastRegion />
            {open === "palette" && <Palette onClose={close} onShortcuts={() => setOpen("shortcuts")} />}
            {open === "shortcuts" && <Shortcuts onClose={close} />}
        </div>
    );
}

/** A new page starts at its beginning for those who read by ear too: the focus goes to the content, then to its heading. */
function useFocusAfterNavigation() {
    const router = useRouter();
    const main = useRef<HTMLElement>(null);
    useEffect(
        () =>
            router.subscribe("onResolved", ({ pathChanged, fromLocation }) => {
                if (!pathChanged || !fromLocation) return;
                const heading = main.current?.querySelector<HTMLElement>("h1");
                (heading ?? main.current)?.focus({ preventScroll: true });
            }),
        [router],
    );
    return main;
}
