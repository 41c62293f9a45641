// What may go beside a text, and what to say of the rest before it is sent anywhere.
const megabyte = 1024 * 1024;
export const largest_megabytes = 10;
export const most_files = 20;
export const endings = ["png", "jpg", "jpeg", "gif", "webp", "pdf", "docx", "pptx", "xlsx", "zip", "txt", "csv", "mp4"] as const;

export type FileProblem = "kind" | "size" | "empty" | "many";

export function problemOf(file: { name: string; size: number }, already: number): FileProblem | null {
    const ending = file.name.toLowerCase().split(".").at(-1);
    if (!endings.some((one) => one === ending)) return "kind";
    if (file.size === 0) return "empty";
    if (file.size > largest_megabytes * megabyte) return "size";
    return already >= most_files ? "many" : null;
}

/** What is to be taken of a paste or a drop. A table program puts a picture beside the cells; then the text is meant. */
export function filesIn(data: { files: FileList; types: readonly string[] }): File[] {
    return data.types.includes("text/plain") ? [] : [...data.files];
}

/** How a picture stands in the text. */
export const pictureMark = (name: string, id: number) =>
    `![${name.replace(/\.[^.]*$/, "").replaceAll(/[[\]\\\n]/g, " ")}](attachment:${id})`;

/** The text without the picture. */
export const withoutPicture = (text: string, id: number) =>
    text.replaceAll(new RegExp(`!\\[[^\\]\\n]*\\]\\(attachment:${id}\\)\\n?`, "g"), "");
