import type { ReactNode } from "react";
import { Menu as List, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import { Icon, type IconName } from "./Icon.tsx";

export interface MenuEntry {
    id: string;
    label: string;
    icon?: IconName;
    /** Checked among the others of the menu. */
    chosen?: boolean;
    /** A line above it. */
    apart?: boolean;
    act: () => void;
}

interface Props {
    label: string;
    entries: readonly MenuEntry[];
    /** The button that opens it. */
    children: ReactNode;
}

export function Menu({ label, entries, children }: Props) {
    return (
        <MenuTrigger>
            {children}
            <Popover placement="bottom end" className="min-w-56 rounded-8 border border-line bg-paper py-2 shadow-2">
                <List aria-label={label} className="max-h-[70dvh] overflow-y-auto outline-none">
                    {entries.flatMap((entry) => [
                        ...(entry.apart ? [<Separator key={`${entry.id}-line`} className="my-2 border-t border-line" />] : []),
                        <MenuItem
                            key={entry.id}
                            id={entry.id}
                            textValue={entry.label}
                            onAction={entry.act}
                            className="flex min-h-10 cursor-pointer items-center gap-2 px-4 py-1.5 text-table data-focused:bg-primary-wash data-focused:underline"
                        >
                            <span className="w-5">
                                {entry.chosen ? (
                                    <Icon name="check" size={18} />
                                ) : (
                                    entry.icon && <Icon name={entry.icon} size={18} />
                                )}
                            </span>
                            {entry.label}
                            {entry.chosen && <span className="sr-only">✓</span>}
                        </MenuItem>,
                    ])}
                </List>
            </Popover>
        </MenuTrigger>
    );
}
