import { usePair, useWords } from "../../i18n/words.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Section } from "../../ui/Section.tsx";
import { columnProblems, columnsOf, type ImportFile, type Wizard } from "./wizard.ts";
import { words } from "./words.ts";

interface Props {
    wizard: Pick<Wizard, "columns">;
    change: (part: Pick<Wizard, "columns">) => void;
    file: Pick<ImportFile, "columns" | "fields">;
    /** Where the list is not a roster. */
    lead?: string;
}

/** Step 2: what each column means, with samples beside. */
export function ColumnsStep({ wizard, change, file, lead }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const columns = columnsOf(file, wizard.columns);
    const { missing, twice } = columnProblems(columns, file.fields);
    const labels = (names: readonly string[]) =>
        file.fields
            .filter(({ name }) => names.includes(name))
            .map(({ label, label_en }) => pair(label, label_en))
            .join(pair("、", ", "));
    return (
        <Section title={m.columns_title} lead={lead ?? m.columns_lead}>
            {(missing.length > 0 || twice.length > 0) && (
                <div className="mb-3">
                    <Notice tone="warn" live>
                        {missing.length > 0 && <p>{m.missing(labels(missing))}</p>}
                        {twice.length > 0 && <p>{m.twice(labels(twice))}</p>}
                    </Notice>
                </div>
            )}
            <Scroll label={m.columns_caption} className="overflow-x-auto rounded-8 border border-line">
                <table className="w-full text-table sm:min-w-[40rem]">
                    <caption className="sr-only">{m.columns_caption}</caption>
                    <thead>
                        <tr className="bg-solid-gray-50 text-left">
                            <th scope="col" className="px-3 py-2">
                                {m.header}
                            </th>
                            <th scope="col" className="px-3 py-2 max-sm:hidden">
                                {m.samples}
                            </th>
                            <th scope="col" className="px-3 py-2">
                                {m.meaning}
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {file.columns.map(({ index, header, samples }) => {
                            const name = header || m.unnamed(index + 1);
                            const field = columns[String(index)] ?? "";
                            return (
                                <tr key={index} className="border-line border-t">
                                    <th scope="row" className="border-line sm:w-1/4 border-t px-3 py-1.5 text-left">
                                        {name}
                                        <span className="block break-all font-normal text-quiet text-sm sm:hidden">
                                            {samples[0]}
                                        </span>
                                    </th>
                                    <td className="border-line border-t px-3 py-1.5 text-quiet max-sm:hidden">
                                        {[...new Set(samples)].slice(0, 3).map((sample) => (
                                            <span
                                                key={sample}
                                                className="mr-3 inline-block max-w-60 truncate align-bottom"
                                                title={sample}
                                            >
                                                {sample}
                                            </span>
                                        ))}
                                    </td>
                                    <td className="w-1/2 border-line sm:w-64 border-t px-3 py-1.5">
                                        <select
                                            aria-label={m.meaning_of(name)}
                                            value={field}
                                            onChange={(event) => change({ columns: { ...columns, [index]: event.target.value } })}
                                            className={field ? "field field-small font-bold" : "field field-small text-quiet"}
                                        >
                                            <option value="">{m.left_out}</option>
                                            {file.fields.map((one) => (
                                                <option key={one.name} value={one.name}>
                                                    {pair(one.label, one.label_en)}
                                                </option>
                                            ))}
                                        </select>
                                    </td>
                                </tr>
                            );
                        })}
                    </tbody>
                </table>
            </Scroll>
        </Section>
    );
}
