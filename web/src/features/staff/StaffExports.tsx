import { useState } from "react";
import { downloadUrl } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { buttonLook } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Menu } from "../../ui/Menu.tsx";
import type { Narrowing } from "./filters.ts";
import { LostCharacters } from "./LostCharacters.tsx";
import { words } from "./words.ts";

/** The list as files beside the plain workbook. Shift_JIS first says what it cannot hold. */
export function StaffExports({ narrowing }: { narrowing: Narrowing }) {
    const m = useWords(words);
    const [checking, setChecking] = useState(false);
    const load = (format: string) => window.location.assign(downloadUrl("/exports/staff", { ...narrowing, format }));
    return (
        <>
            <Menu
                label={m.other_formats}
                className={buttonLook("quiet", "small")}
                entries={[
                    { id: "pretty", label: m.formats.xlsx_pretty, icon: "print", act: () => load("xlsx_pretty") },
                    { id: "csv", label: m.formats.csv, icon: "download", act: () => load("csv") },
                    { id: "cp932", label: m.formats.csv_cp932, icon: "download", act: () => setChecking(true) },
                ]}
            >
                <Icon name="down" size={18} />
                {m.other_formats}
            </Menu>
            {checking && <LostCharacters query={narrowing} onLoad={load} onClose={() => setChecking(false)} />}
        </>
    );
}
