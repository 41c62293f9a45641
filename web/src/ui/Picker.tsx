import { useId } from "react";
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover, Text } from "react-aria-components";
import { useWords } from "../i18n/words.ts";
import { Field, type FieldProps } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import { words } from "./words.ts";

export interface Candidate {
    id: number;
    label: string;
    hint?: string;
}

interface Props extends FieldProps {
    /** What was typed. */
    query: string;
    onQuery: (text: string) => void;
    candidates: readonly Candidate[];
    value: number | null;
    onChange: (id: number | null) => void;
}

/** Chooses one of many by typing: a person, a section. The caller asks the server for `candidates` as `query` changes. */
export function Picker({ query, onQuery, candidates, value, onChange, id, name, ...field }: Props) {
    const m = useWords(words);
    const own = useId();
    return (
        <Field id={id ?? own} {...field}>
            {(described) => (
                <ComboBox
                    aria-label={field.label}
                    items={candidates}
                    inputValue={query}
                    onInputChange={onQuery}
                    selectedKey={value}
                    onSelectionChange={(key) => onChange(key === null ? null : Number(key))}
                    allowsEmptyCollection
                    menuTrigger="input"
                >
                    <div className="relative">
                        <Input {...described} id={id ?? own} name={name} autoComplete="off" className="field pr-11" />
                        <Button className="absolute top-1/2 right-1 grid size-9 -translate-y-1/2 place-items-center">
                            <Icon name="down" size={18} />
                        </Button>
                    </div>
                    <Popover className="w-(--trigger-width) rounded-8 border border-line bg-paper py-2 shadow-2">
                        <ListBox
                            className="max-h-72 overflow-y-auto outline-none"
                            renderEmptyState={() => <p className="px-4 py-2 text-quiet">{m.none_found}</p>}
                        >
                            {(item: Candidate) => (
                                <ListBoxItem
                                    id={item.id}
                                    textValue={item.label}
                                    className="cursor-pointer px-4 py-1.5 data-focused:bg-primary-wash"
                                >
                                    <Text slot="label">{item.label}</Text>
                                    {item.hint && (
                                        <Text slot="description" className="block text-sm text-quiet">
                                            {item.hint}
                                        </Text>
                                    )}
                                </ListBoxItem>
                            )}
                        </ListBox>
                    </Popover>
                </ComboBox>
            )}
        </Field>
    );
}
