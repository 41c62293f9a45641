import { useNavigate } from "@tanstack/react-router";
import { queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Sure } from "../../ui/Sure.tsx";
import { toast } from "../../ui/toasts.ts";
import { words } from "./meeting_words.ts";

export function DropMeeting({ id, onClose }: { id: number; onClose: () => void }) {
    const m = useWords(words);
    const navigate = useNavigate();
    const act = async () => {
        await server.DELETE("/meetings/{meeting}", { params: { path: { meeting: id } } });
        toast(m.dropped);
        await navigate({ to: "/improvement/meetings" });
        void queries.invalidateQueries({ queryKey: ["get", "/meetings"] });
    };
    return (
        <Sure danger title={m.drop_title} submit={m.drop} act={act} onClose={onClose}>
            {m.drop_hint}
        </Sure>
    );
}
