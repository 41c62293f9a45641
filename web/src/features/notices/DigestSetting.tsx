import { api, queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Form } from "../../ui/Form.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { Section } from "../../ui/Section.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./news_words.ts";

type Setting = Schema<"DigestSetting">;

const choices = ["never", "daily", "weekly"] as const satisfies readonly Setting["mail"][];

/** On one's own page: whether what to do and what is new also comes by mail. */
export function DigestSetting() {
    const m = useWords(words);
    const { data } = api.useQuery("get", "/digest/setting");
    if (!data) return null;
    return (
        <div className="no-print">
            <Section title={m.digest} lead={m.digest_lead}>
                {!data.relay ? (
                    <p className="text-quiet">{m.digest_no_relay}</p>
                ) : data.address === "" ? (
                    <p className="text-quiet">{m.digest_no_address}</p>
                ) : (
                    <Choosing key={data.mail} setting={data} />
                )}
            </Section>
        </div>
    );
}

function Choosing({ setting }: { setting: Setting }) {
    const m = useWords(words);
    const form = useForm({
        initial: { mail: setting.mail },
        save: async ({ mail }) => {
            const { data } = await server.PUT("/digest/setting", { body: { mail } });
            toast(m.digest_saved);
            if (data) queries.setQueryData(["get", "/digest/setting"], data);
        },
    });
    return (
        <Form form={form} submit={m.digest_save}>
            <RadioGroup
                label={m.digest_mail}
                hint={m.digest_to(setting.address)}
                options={choices.map((value) => ({ value, label: m.digest_how[value], hint: m.digest_how_hint[value] }))}
                {...form.field("mail")}
            />
        </Form>
    );
}
