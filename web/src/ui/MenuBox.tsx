import type { RefObject } from "react";
import { Menu as List, MenuItem, Popover, Separator } from "react-aria-components";
import { Icon } from "./Icon.tsx";
import type { MenuEntry } from "./Menu.tsx";

interface Props {
    label: string;
    entries: readonly MenuEntry[];
    trigger: RefObject<HTMLButtonElement | null>;
    onClose: () => void;
}

/** The open menu, below its button. */
export function MenuBox({ label, entries, trigger, onClose }: Props) {
    return (
        <Popover
            isOpen
            aria-label={label}
            onOpenChange={onClose}
            triggerRef={trigger}
            placement="bottom end"
            className="min-w-56 rounded-8 border border-line bg-paper py-2 shadow-2"
        >
            <List aria-label={label} autoFocus="first" className="max-h-[70dvh] overflow-y-auto outline-none">
                {entries.flatMap((entry) => [
                    ...(entry.apart ? [<Separator key={`${entry.id}-line`} className="my-2 border-t border-line" />] : []),
                    <MenuItem
                        key={entry.id}
                        id={entry.id}
                        textValue={entry.label}
                        onAction={() => {
                            onClose();
                            entry.act();
                        }}
                        className="flex min-h-10 cursor-pointer items-center gap-2 px-4 py-1.5 text-table data-focused:bg-primary-wash data-focused:underline"
                    >
                        <span className="w-5">
                            {entry.chosen ? <Icon name="check" size={18} /> : entry.icon && <Icon name={entry.icon} size={18} />}
                        </span>
                        {entry.label}
                        {entry.chosen && <span className="sr-only">✓</span>}
                    </MenuItem>,
                ])}
            </List>
        </Popover>
    );
}
