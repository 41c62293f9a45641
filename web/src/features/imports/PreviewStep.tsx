import { useQuery } from "@tanstack/react-query";
import { downloadUrl, server } from "../../api/client.ts";
import { useMe } from "../../app/session.ts";
import { percent } from "../../i18n/numbers.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button, buttonLook } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { Section } from "../../ui/Section.tsx";
import { CategoryChanges } from "./CategoryChanges.tsx";
import { PreviewRows } from "./PreviewRows.tsx";
import { UnitNames } from "./UnitNames.tsx";
import {
    columnProblems,
    columnsOf,
    type ImportFile,
    type PreviewInput,
    previewInput,
    sameInput,
    unusuallyMany,
    type Wizard,
} from "./wizard.ts";
import { words } from "./words.ts";

/** What the preview was asked with decides what it says. */
export function usePreview(asked: PreviewInput | null) {
    return useQuery({
        queryKey: ["import-preview", asked],
        enabled: asked !== null,
        staleTime: Number.POSITIVE_INFINITY,
        // What was checked stays as it was checked, whatever is written meanwhile.
        meta: { frozen: true },
        queryFn: async () => {
            if (asked === null) throw new Error("nothing was asked");
            const { data } = await server.POST("/imports/preview", { body: asked });
            if (!data) throw new Error("no preview");
            return data;
        },
    });
}

interface Props {
    wizard: Wizard;
    change: (part: Partial<Wizard>) => void;
    file: ImportFile;
}

/** Step 3: as of when, how much of the staff, and then what would change. */
export function PreviewStep({ wizard, change, file }: Props) {
    const m = useWords(words);
    const { today } = useMe();
    const now = previewInput(wizard, file, today);
    const current = sameInput(wizard.asked, now);
    const { missing, twice } = columnProblems(columnsOf(file, wizard.columns), file.fields);
    const ready = missing.length === 0 && twice.length === 0 && wizard.as_of !== "";
    const preview = usePreview(wizard.asked);
    return (
        <Section title={m.preview_title}>
            <div className="grid max-w-xl gap-5">
                <DateField
                    required
                    label={m.as_of}
                    hint={m.as_of_hint}
                    value={wizard.as_of}
                    onChange={(as_of) => change({ as_of })}
                />
                <RadioGroup
                    label={m.extent}
                    value={wizard.whole ? "whole" : "part"}
                    // A section that only a part of the staff names is a misspelling more often than a new one.
                    onChange={(extent) => change({ whole: extent === "whole", create_units: extent === "whole" })}
                    options={[
                        { value: "whole", label: m.whole, hint: m.whole_hint },
                        { value: "part", label: m.part, hint: m.part_hint },
                    ]}
                />
                {wizard.as_of > today && (
                    <DateField
                        label={m.announced}
                        hint={m.announced_hint}
                        value={wizard.announced_on}
                        onChange={(announced_on) => change({ announced_on })}
                    />
                )}
                <Checkbox
                    checked={wizard.create_units}
                    hint={m.create_units_hint}
                    onChange={(create_units) => change({ create_units })}
                >
                    {m.create_units}
                </Checkbox>
                <div>
                    <Button
                        look={current ? "secondary" : "primary"}
                        disabled={!ready}
                        pending={preview.isFetching}
                        onPress={() =>
                            current
                                ? void preview.refetch()
                                : change({ asked: now, skip_refused: false, close_units: false, job: null })
                        }
                    >
                        {wizard.asked ? m.look_again : m.look}
                    </Button>
                </div>
            </div>
            {wizard.asked !== null && (
                <div className="mt-6 grid grid-cols-1 gap-5">
                    {!current && (
                        <Notice tone="warn" live>
                            {m.changed_since}
                        </Notice>
                    )}
                    <Ask query={preview} small lines={6}>
                        {(found) => (
                            <>
                                {wizard.whole && unusuallyMany(found.counts) && (
                                    <Notice tone="warn">
                                        {m.many_left(
                                            found.counts.left,
                                            percent(
                                                found.counts.left,
                                                found.counts.left + found.counts.changed + found.counts.unchanged,
                                            ),
                                        )}
                                    </Notice>
                                )}
                                <PreviewRows
                                    preview={found}
                                    same_person={wizard.same_person}
                                    onSamePerson={(same_person) => change({ same_person })}
                                    download={
                                        <a
                                            href={downloadUrl("/imports/preview/refused", { upload: file.upload })}
                                            download
                                            className={buttonLook("secondary", "small")}
                                        >
                                            <Icon name="download" size={18} />
                                            {m.refused_download}
                                        </a>
                                    }
                                />
                                <CategoryChanges changes={found.categories} new_units={found.new_units} />
                                <UnitNames title={m.empty_units(found.empty_units.length)} units={found.empty_units}>
                                    <Checkbox
                                        checked={wizard.close_units}
                                        hint={m.close_units_hint}
                                        onChange={(close_units) => change({ close_units })}
                                    >
                                        {m.close_units}
                                    </Checkbox>
                                </UnitNames>
                            </>
                        )}
                    </Ask>
                </div>
            )}
        </Section>
    );
}
