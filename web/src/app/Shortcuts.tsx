import { useState } from "react";
import { useWords } from "../i18n/words.ts";
import { Checkbox } from "../ui/Checkbox.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { setSingleKeys, singleKeys } from "./useShortcuts.ts";
import { words } from "./words.ts";

export function Shortcuts({ onClose }: { onClose: () => void }) {
    const m = useWords(words);
    const [single, setSingle] = useState(singleKeys);
    const keys = [
        ["Ctrl + K", m.shortcut.palette],
        ["?", m.shortcut.help],
        ["↑ ↓", m.shortcut.rows],
        ["Esc", m.shortcut.close],
    ] as const;
    return (
        <Dialog open onClose={onClose} title={m.shortcuts}>
            <table className="w-full">
                <tbody>
                    {keys.map(([key, does]) => (
                        <tr key={key}>
                            <th scope="row" className="w-32 border-line border-b py-2 text-left">
                                <kbd className="whitespace-nowrap rounded-4 border border-line-strong px-2 py-0.5 font-sans font-normal text-table">
                                    {key}
                                </kbd>
                            </th>
                            <td className="border-line border-b py-2">{does}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
            <div className="mt-4">
                <Checkbox
                    checked={single}
                    onChange={(on) => {
                        setSingle(on);
                        setSingleKeys(on);
                    }}
                >
                    {m.shortcut_single}
                </Checkbox>
            </div>
        </Dialog>
    );
}
