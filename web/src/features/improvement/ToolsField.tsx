import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import type { ToolDraft } from "./cases.ts";
import { figureFrom } from "./flow.ts";
import { words } from "./form_words.ts";

interface Props {
    tools: readonly ToolDraft[];
    onChange: (tools: ToolDraft[]) => void;
    error: string | undefined;
}

/** What was used, and what a year of it costs. */
export function ToolsField({ tools, onChange, error }: Props) {
    const m = useWords(words);
    const change = (key: string, part: Partial<ToolDraft>) =>
        onChange(tools.map((tool) => (tool.key === key ? { ...tool, ...part } : tool)));
    const add = () => {
        const key = String(tools.reduce((most, tool) => Math.max(most, Number(tool.key)), -1) + 1);
        onChange([...tools, { key, name: "", yen: "0" }]);
    };
    return (
        <fieldset className="max-w-2xl">
            <legend className="mb-1 font-bold">{m.tools}</legend>
            <p className="mb-2 text-quiet text-sm">{m.tools_hint}</p>
            {tools.length > 0 && (
                <div aria-hidden="true" className="grid grid-cols-[minmax(0,1fr)_8rem_2.5rem] gap-x-2 text-quiet text-sm">
                    <span>{m.tool_head}</span>
                    <span>{m.yen_head}</span>
                </div>
            )}
            <ul className="grid gap-2">
                {tools.map((tool, index) => (
                    <li key={tool.key} className="grid grid-cols-[minmax(0,1fr)_8rem_2.5rem] items-center gap-x-2">
                        <input
                            aria-label={m.tool_name(index + 1)}
                            value={tool.name}
                            maxLength={100}
                            onChange={({ target }) => change(tool.key, { name: target.value })}
                            className="field field-small"
                        />
                        <input
                            aria-label={m.tool_yen(index + 1)}
                            aria-invalid={(error && tool.yen.trim() !== "" && figureFrom(tool.yen) === null) || undefined}
                            inputMode="numeric"
                            value={tool.yen}
                            maxLength={12}
                            onChange={({ target }) => change(tool.key, { yen: target.value })}
                            className="field field-small tabular text-right"
                        />
                        <IconButton
                            icon="close"
                            label={m.tool_remove(tool.name || m.tool_name(index + 1))}
                            onPress={() => onChange(tools.filter(({ key }) => key !== tool.key))}
                        />
                    </li>
                ))}
            </ul>
            {error && (
                <p role="alert" className="mt-1 font-bold text-bad text-sm">
                    {error}
                </p>
            )}
            <Button size="small" className="mt-2" onPress={add}>
                {m.tool_add}
            </Button>
        </fieldset>
    );
}
