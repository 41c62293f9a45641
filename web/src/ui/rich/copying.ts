/** Puts the text on the clipboard; false when the browser does not let us, as over plain HTTP. */
export async function copied(text: string): Promise<boolean> {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return false;
    }
}
