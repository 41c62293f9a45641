import { number } from "../i18n/numbers.ts";

const kilobyte = 1024;

/** As file managers say it: 「820 KB」「3.4 MB」. */
export function fileSize(bytes: number): string {
    if (bytes < kilobyte * kilobyte) return `${number(Math.max(1, Math.ceil(bytes / kilobyte)))} KB`;
    return `${(bytes / kilobyte / kilobyte).toFixed(1)} MB`;
}
