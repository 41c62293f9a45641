import * as v from "valibot";
import { api, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { terms } from "./terms.ts";
import { askListsAgain, type Channel, type ChannelKind, kinds, measureOptions } from "./topics.ts";
import { words } from "./words.ts";

interface Props {
    channel: Channel | null;
    position: number;
    onClose: () => void;
}

const check = v.object({
    kind: v.string(),
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)),
    name_en: v.pipe(v.string(), v.maxLength(60)),
    about: v.pipe(v.string(), v.maxLength(300)),
    measure: v.string(),
    group: v.string(),
    archived: v.boolean(),
});

export function ChannelDialog({ channel, position, onClose }: Props) {
    const m = useWords(words);
    const t = useWords(terms);
    const groups = api.useQuery("get", "/groups");
    const form = useForm({
        initial: {
            kind: channel?.kind ?? "question",
            name: channel?.name ?? "",
            name_en: channel?.name_en ?? "",
            about: channel?.about ?? "",
            measure: channel?.measure ?? "",
            group: channel?.group ? String(channel.group) : "",
            archived: channel?.archived ?? false,
        },
        check: check as never,
        save: async ({ group, kind, measure, ...rest }) => {
            const body = {
                ...rest,
                kind: kind as ChannelKind,
                measure: kind === "measure" ? measure : "",
                group: group ? Number(group) : null,
                position,
            };
            if (channel) await server.PUT("/channels/{id}", { params: { path: { id: channel.id } }, body });
            else await server.POST("/channels", { body });
            await askListsAgain();
            toast(m.saved);
            onClose();
        },
    });
    const { archived, kind } = form.values;
    const plan = api.useQuery("get", "/plan", {}, { enabled: kind === "measure" });
    const measures = measureOptions(plan.data?.plan.measures ?? []);
    return (
        <Dialog open onClose={onClose} title={channel ? m.change_channel : m.add_channel}>
            <Form form={form} submit={m.save} onCancel={onClose}>
                <Select
                    label={m.kind}
                    plain
                    options={kinds.map((value) => ({ value, label: t.kind[value] }))}
                    {...form.field("kind")}
                />
                <TextField label={m.name} required maxLength={40} {...form.field("name")} />
                <TextField label={m.name_en} maxLength={60} {...form.field("name_en")} />
                <TextField label={m.channel_about} lines={2} maxLength={300} {...form.field("about")} />
                {kind === "measure" && (
                    <Select label={m.measure} plain empty={m.choose_measure} options={measures} {...form.field("measure")} />
                )}
                {!channel && (
                    <Select
                        label={m.readers}
                        hint={m.readers_hint}
                        plain
                        empty={m.everybody}
                        options={(groups.data?.groups ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
                        {...form.field("group")}
                    />
                )}
                {channel && (
                    <Checkbox checked={archived} onChange={(to) => form.set("archived", to)}>
                        {m.archive}
                    </Checkbox>
                )}
            </Form>
        </Dialog>
    );
}
