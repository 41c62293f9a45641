import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { downloadUrl } from "../../api/client.ts";
import { refusalFrom } from "../../api/refusal.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import type { Narrowing } from "./filters.ts";
import { words } from "./words.ts";

interface Lost {
    row: number;
    column: string;
    character: string;
    text: string;
}

interface Props {
    query: Narrowing;
    onLoad: (format: string) => void;
    onClose: () => void;
}

async function lostCharacters(query: Props["query"]): Promise<Lost[]> {
    const response = await fetch(downloadUrl("/exports/staff/lost-characters", query));
    if (!response.ok) throw await refusalFrom(response);
    return ((await response.json()) as { lost: Lost[] }).lost;
}

/** What Shift_JIS would replace, before it does. Nothing lost: the file comes at once. */
export function LostCharacters({ query, onLoad, onClose }: Props) {
    const m = useWords(words);
    const lost = useQuery({ queryKey: ["lost-characters", query], queryFn: () => lostCharacters(query), staleTime: 0 });
    const nothing = lost.data?.length === 0;
    // biome-ignore lint/correctness/useExhaustiveDependencies: only the answer decides
    useEffect(() => {
        if (!nothing) return;
        onLoad("csv_cp932");
        onClose();
    }, [nothing]);
    const then = (format: string) => () => {
        onLoad(format);
        onClose();
    };
    return (
        <Dialog
            open
            onClose={onClose}
            title={m.lost_title}
            actions={
                lost.data && (
                    <>
                        <Button onPress={then("csv_cp932")}>{m.lost_go}</Button>
                        <Button look="primary" onPress={then("csv")}>
                            {m.lost_utf8}
                        </Button>
                    </>
                )
            }
        >
            <Ask query={lost} small>
                {(rows) => (
                    <>
                        <p className="mb-3">{m.lost_lead(rows.length)}</p>
                        <Scroll label={m.lost_caption} className="max-h-72 overflow-auto rounded-8 border border-line">
                            <table className="w-full text-table">
                                <thead>
                                    <tr className="bg-solid-gray-50 text-left">
                                        {[m.lost_row, m.lost_column, m.lost_character, m.lost_text].map((head) => (
                                            <th key={head} scope="col" className="px-3 py-1.5">
                                                {head}
                                            </th>
                                        ))}
                                    </tr>
                                </thead>
                                <tbody>
                                    {rows.map((one) => (
                                        <tr key={`${one.row} ${one.column} ${one.character}`} className="border-line border-t">
                                            <td className="tabular px-3 py-1.5 text-right">{one.row}</td>
                                            <td className="px-3 py-1.5">{one.column}</td>
                                            <td className="px-3 py-1.5 font-bold">{one.character}</td>
                                            <td className="px-3 py-1.5">{one.text}</td>
                                        </tr>
                                    ))}
                                </tbody>
                            </table>
                        </Scroll>
                    </>
                )}
            </Ask>
        </Dialog>
    );
}
