import { useNavigate, useRouter } from "@tanstack/react-router";
import { use } from "react";
import { queries, server } from "../api/client.ts";
import { LanguageContext } from "../i18n/context.ts";
import { useWords } from "../i18n/words.ts";
import { Icon } from "../ui/Icon.tsx";
import { Menu } from "../ui/Menu.tsx";
import { useMe } from "./session.ts";
import { useNavigation } from "./useNavigation.ts";
import { words } from "./words.ts";

export function UserMenu({ onShortcuts }: { onShortcuts: () => void }) {
    const m = useWords(words);
    const me = useMe();
    const { language, setLanguage } = use(LanguageContext);
    const navigate = useNavigate();
    const router = useRouter();
    const { exists } = useNavigation();
    const signOut = async () => {
        await server.DELETE("/session");
        queries.clear();
        await router.navigate({ to: "/sign-in", search: {} });
    };
    const entries = [
        ...(me.staff !== null && exists("/me")
            ? [{ id: "me", label: m.nav.me, icon: "person" as const, act: () => void navigate({ to: "/me" as "/" }) }]
            : []),
        { id: "language", label: m.language, act: () => setLanguage(language === "ja" ? "en" : "ja") },
        { id: "shortcuts", label: m.shortcuts, act: onShortcuts },
        {
            id: "password",
            label: m.change_password,
            icon: "key" as const,
            apart: true,
            act: () => void navigate({ to: "/account/password" }),
        },
        { id: "sessions", label: m.sessions, act: () => void navigate({ to: "/account/sessions" }) },
        { id: "out", label: m.sign_out, apart: true, act: () => void signOut() },
    ];
    return (
        <Menu
            label={m.user_menu(me.name)}
            entries={entries}
            className="no-print flex min-h-10 max-sm:min-w-10 max-sm:justify-center max-w-40 cursor-pointer items-center gap-1 rounded-8 px-2 text-table hover:bg-black/5"
        >
            <Icon name="person" size={18} className="sm:hidden" />
            <span className="truncate max-sm:sr-only">{me.name}</span>
            <Icon name="down" size={16} className="max-sm:hidden" />
        </Menu>
    );
}
