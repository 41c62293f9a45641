import { applied, type Edit } from "./marks.ts";

/** Puts the edit in as if it had been typed, so that Ctrl+Z takes it back; where that is not possible, straight into the value. */
export function put(area: HTMLTextAreaElement, edit: Edit, onChange: (text: string) => void) {
    if (area.hidden) return onChange(applied(area.value, edit));
    area.focus();
    area.setSelectionRange(edit.from, edit.until);
    // Deprecated and without a successor: the only way that keeps the box's own history.
    if (!document.execCommand?.("insertText", false, edit.text)) {
        const text = applied(area.value, edit);
        area.value = text;
        onChange(text);
    }
    area.setSelectionRange(...edit.select);
}
