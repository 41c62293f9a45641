import { useState } from "react";
import { downloadUrl } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Moment } from "../../ui/Day.tsx";
import { fileSize } from "../../ui/file_size.ts";
import { Section } from "../../ui/Section.tsx";
import { AddFile } from "./AddFile.tsx";
import { AddLink } from "./AddLink.tsx";
import { words } from "./material_words.ts";
import { RemoveMaterial } from "./RemoveMaterial.tsx";

type Material = Schema<"Material">;

/** 教材: what belongs to a course. Nothing is said where there is none, except to those who may add some. */
export function Materials({ course, materials }: { course: string; materials: readonly Material[] }) {
    const m = useWords(words);
    const manages = useMay("training_manage");
    const [adding, setAdding] = useState<"link" | "file" | null>(null);
    if (materials.length === 0 && !manages) return null;
    const close = () => setAdding(null);
    return (
        <Section
            title={m.title}
            action={
                manages && (
                    <span className="flex gap-3">
                        <Button size="small" onPress={() => setAdding("link")}>
                            {m.add_link}
                        </Button>
                        <Button size="small" icon="upload" onPress={() => setAdding("file")}>
                            {m.add_file}
                        </Button>
                    </span>
                )
            }
        >
            {materials.length === 0 ? (
                <p className="text-quiet">{m.none}</p>
            ) : (
                <ul>
                    {materials.map((one) => (
                        <li
                            key={one.id}
                            className="flex flex-wrap items-center justify-between gap-x-4 border-line border-b py-2 first:border-t"
                        >
                            <span className="min-w-0">
                                <MaterialLink material={one} />
                                <span className="block text-quiet text-sm">
                                    {one.added_by} <Moment at={one.added_at} />
                                </span>
                            </span>
                            {manages && <RemoveMaterial material={one} />}
                        </li>
                    ))}
                </ul>
            )}
            {adding === "link" && <AddLink course={course} onClose={close} />}
            {adding === "file" && <AddFile course={course} onClose={close} />}
        </Section>
    );
}

/** A link opens beside this page and learns nothing of it; a file is saved. */
function MaterialLink({ material }: { material: Material }) {
    const m = useWords(words);
    if (material.url)
        return (
            <a href={material.url} className="link break-words" target="_blank" rel="noopener noreferrer">
                {material.title} <span className="text-quiet text-sm">({m.other_tab})</span>
            </a>
        );
    const ending = material.file_name.slice(material.file_name.lastIndexOf(".") + 1).toUpperCase();
    return (
        <a href={downloadUrl(`/materials/${material.id}/file`)} className="link break-words" download>
            {material.title}{" "}
            <span className="text-quiet text-sm">
                ({ending} {fileSize(material.size)})
            </span>
        </a>
    );
}
