import { Dialog as Box, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useWords } from "../i18n/words.ts";
import { classes } from "./classes.ts";
import type { DialogProps } from "./Dialog.tsx";
import { IconButton } from "./IconButton.tsx";
import { words } from "./words.ts";

export function DialogBox({ open, onClose, title, children, actions, wide }: DialogProps) {
    const m = useWords(words);
    return (
        <ModalOverlay
            isOpen={open}
            onOpenChange={(now) => !now && onClose()}
            isDismissable
            className="no-print fixed inset-0 z-40 grid grid-cols-1 items-end justify-items-center overflow-y-auto bg-black/50 desk:items-center desk:p-6"
        >
            <Modal
                className={classes(
                    "w-full rounded-t-16 bg-paper shadow-3 desk:rounded-16",
                    wide ? "desk:max-w-5xl" : "desk:max-w-xl",
                )}
            >
                <Box className="max-h-[90dvh] overflow-y-auto p-6 outline-none">
                    <div className="mb-4 flex items-start justify-between gap-4">
                        <Heading slot="title" level={2} className="text-std-22B-150">
                            {title}
                        </Heading>
                        <IconButton icon="close" label={m.close} onPress={onClose} className="-mt-1 -mr-2" />
                    </div>
                    {children}
                    {actions && <div className="mt-6 flex flex-wrap justify-end gap-3">{actions}</div>}
                </Box>
            </Modal>
        </ModalOverlay>
    );
}
