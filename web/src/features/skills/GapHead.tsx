import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import type { Step } from "../../ui/Breadcrumb.tsx";
import { Button } from "../../ui/Button.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Why } from "../../ui/Why.tsx";
import { ExportMenu } from "./ExportMenu.tsx";
import { words } from "./gap_words.ts";
import { gapFile, saveAs } from "./gapFile.ts";

interface Props {
    table: Schema<"HeatTable">;
    title: string;
    /** The unit looked at, undefined for the whole city. */
    unit?: number;
    path?: readonly Step[];
}

export function GapHead({ table, title, unit, path }: Props) {
    const m = useWords(words);
    const { people, needed, held } = table.total;
    const { on } = useAsOf();
    const may_export = useMay("export_data");
    return (
        <PageHead
            title={title}
            path={path}
            action={
                <>
                    <Button icon="download" onPress={() => saveAs(`${m.file}_${table.as_of}.csv`, gapFile(m.file_head, table))}>
                        {m.excel}
                    </Button>
                    {may_export && <ExportMenu label={m.by_person_file} path="/exports/gap" query={{ on, unit }} />}
                    <Button icon="print" onPress={() => window.print()}>
                        {m.print}
                    </Button>
                </>
            }
        >
            {m.lead(people, needed, held)} <Why about={m.about} rule={m.rule} on={table.as_of} />
        </PageHead>
    );
}
