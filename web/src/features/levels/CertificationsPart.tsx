import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useMay, useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { Section } from "../../ui/Section.tsx";
import { CertificationCard } from "./CertificationCard.tsx";
import { DeemedDialog } from "./DeemedDialog.tsx";
import { words } from "./words.ts";

/** A person's certifications, on their page: what each rests on, its certificate and, for the offices, what can be done with it. */
export function CertificationsPart({ staff }: { staff: number }) {
    const m = useWords(words);
    const me = useMe();
    const certifies = useMay("level_certify");
    const [open, setOpen] = useState(false);
    const query = api.useQuery("get", "/certifications", { params: { query: { staff } } });
    if (query.data && query.data.certifications.length === 0 && !query.data.plan_has_levels) return null;
    return (
        <Section
            title={m.certificates}
            action={
                certifies && (
                    <Button look="quiet" size="small" onPress={() => setOpen(true)}>
                        {m.person_certify}
                    </Button>
                )
            }
        >
            <Ask query={query} lines={2} small>
                {({ certifications }) =>
                    certifications.length === 0 ? (
                        <p className="text-quiet">{m.certificates_none}</p>
                    ) : (
                        <ul className="grid gap-3">
                            {certifications.map((one) => (
                                <li key={one.id}>
                                    <CertificationCard certification={one} certifies={certifies} />
                                </li>
                            ))}
                        </ul>
                    )
                }
            </Ask>
            {me.staff === staff && (
                <p className="no-print mt-2 text-table">
                    <Link to={"/certificates" as "."} className="link">
                        {m.check}
                    </Link>
                </p>
            )}
            {open && <DeemedDialog staff={staff} onClose={() => setOpen(false)} />}
        </Section>
    );
}
