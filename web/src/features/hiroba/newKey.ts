/** Names one sending, so that a second press posts nothing twice. Over plain HTTP browsers have no randomUUID. */
export function newKey(): string {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
