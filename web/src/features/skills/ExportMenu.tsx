import { downloadUrl } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { buttonLook } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { words } from "./export_words.ts";

interface Props {
    label: string;
    path: "/exports/gap" | "/exports/skill-map" | "/exports/category-changes";
    query: Record<string, string | number | undefined>;
}

/** A table as a file: for machines in long form, or as the screen shows it, for paper. */
export function ExportMenu({ label, path, query }: Props) {
    const m = useWords(words);
    const load = (format: string) => () => window.location.assign(downloadUrl(path, { ...query, format }));
    return (
        <Menu
            label={label}
            className={buttonLook()}
            entries={[
                { id: "xlsx", label: m.xlsx, icon: "download", act: load("xlsx") },
                { id: "pretty", label: m.xlsx_pretty, icon: "print", act: load("xlsx_pretty") },
                { id: "csv", label: m.csv, icon: "download", act: load("csv") },
            ]}
        >
            <Icon name="download" size={20} />
            {label}
        </Menu>
    );
}
