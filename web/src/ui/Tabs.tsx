import { type ReactNode, useEffect, useRef } from "react";
import { Tabs as Group, Tab, TabList, TabPanel } from "react-aria-components";

export interface TabEntry {
    id: string;
    label: string;
    content: ReactNode;
}

interface Props {
    label: string;
    tabs: readonly TabEntry[];
    /** Held by the caller, best in the URL (`useFilters`). */
    selected: string;
    onSelect: (id: string) => void;
}

export function Tabs({ label, tabs, selected, onSelect }: Props) {
    // On a phone the row may be wider than the screen: the chosen one must be seen.
    const list = useRef<HTMLDivElement>(null);
    // biome-ignore lint/correctness/useExhaustiveDependencies: another is chosen
    useEffect(() => {
        list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }, [selected]);
    return (
        <Group selectedKey={selected} onSelectionChange={(key) => onSelect(String(key))}>
            <TabList ref={list} aria-label={label} className="no-print flex gap-1 overflow-x-auto border-b border-line">
                {tabs.map((tab) => (
                    <Tab
                        key={tab.id}
                        id={tab.id}
                        className="-mb-px cursor-pointer whitespace-nowrap border-b-4 border-transparent px-4 py-2.5 text-quiet hover:text-ink hover:underline data-selected:border-primary data-selected:font-bold data-selected:text-primary"
                    >
                        {tab.label}
                    </Tab>
                ))}
            </TabList>
            {tabs.map((tab) => (
                <TabPanel key={tab.id} id={tab.id} className="pt-6">
                    {tab.content}
                </TabPanel>
            ))}
        </Group>
    );
}
