import { useId, useState } from "react";
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { api } from "../../api/client.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useWords } from "../../i18n/words.ts";
import { classes } from "../../ui/classes.ts";
import { Field, type FieldProps } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { type UnitChoice, unitChoices, unitsMatching } from "./unitTree.ts";
import { words } from "./words.ts";

interface Props extends FieldProps {
    value: number | null;
    onChange: (unit: number | null) => void;
    small?: boolean;
    /** What an empty field means; all units unless said otherwise. */
    everything?: string;
}

// One step of the tree, as deep as indentation still helps.
const indents = ["pl-4", "pl-8", "pl-12", "pl-16", "pl-20"];

/** Chooses a unit: the whole tree opens with the arrow, typing narrows it. An emptied field means all. */
export function UnitPicker({ value, onChange, small, everything, id, name, ...field }: Props) {
    const m = useWords(words);
    const own = useId();
    const { on } = useAsOf();
    const query = api.useQuery("get", "/units", { params: { query: { on } } });
    const [typed, setTyped] = useState<string | null>(null);
    const choices = unitChoices(query.data?.units ?? []);
    const chosen = choices.find((choice) => choice.id === value);
    const text = typed ?? (value === null ? "" : (chosen?.name ?? (query.data ? m.unit_unknown : "")));
    const items = typed === null || typed === chosen?.name ? choices : [...unitsMatching(choices, typed)];
    const settle = (unit: number | null) => {
        setTyped(null);
        onChange(unit);
    };
    return (
        <Field id={id ?? own} {...field}>
            {(described) => (
                <ComboBox
                    aria-label={field.label}
                    items={items}
                    inputValue={text}
                    onInputChange={setTyped}
                    selectedKey={value}
                    onSelectionChange={(key) => key !== null && settle(Number(key))}
                    onOpenChange={(open) => !open && setTyped(null)}
                    allowsEmptyCollection
                    menuTrigger="input"
                >
                    <div className="relative">
                        <Input
                            {...described}
                            id={id ?? own}
                            name={name}
                            autoComplete="off"
                            placeholder={everything ?? m.unit_all}
                            onBlur={(event) => event.target.value === "" && value !== null && settle(null)}
                            onKeyDown={(event) => event.key === "Enter" && text === "" && settle(null)}
                            className={classes("field pr-11", small && "field-small")}
                        />
                        <Button className="absolute top-1/2 right-1 grid size-9 -translate-y-1/2 place-items-center">
                            <Icon name="down" size={18} />
                        </Button>
                    </div>
                    <Popover className="w-(--trigger-width) min-w-80 rounded-8 border border-line bg-paper py-2 shadow-2">
                        <ListBox className="max-h-80 overflow-y-auto text-table outline-none">
                            {(item: UnitChoice) => (
                                <ListBoxItem
                                    id={item.id}
                                    textValue={item.name}
                                    aria-label={item.path}
                                    className={classes(
                                        "flex cursor-pointer justify-between gap-4 py-1.5 pr-4 data-focused:bg-primary-wash data-selected:font-bold",
                                        items === choices ? indents[Math.min(item.depth, indents.length - 1)] : "pl-4",
                                    )}
                                >
                                    <span>{items === choices ? item.name : item.path}</span>
                                    <span className="tabular text-quiet">{item.people}</span>
                                </ListBoxItem>
                            )}
                        </ListBox>
                    </Popover>
                </ComboBox>
            )}
        </Field>
    );
}
