import { queries } from "./client.ts";
import { refusalOf } from "./refusal.ts";

/** A write over a revision that was read: where somebody was first, the page asks for what stands now, beside the refusal. */
export async function overRead<T>(write: Promise<T>): Promise<T> {
    try {
        return await write;
    } catch (error) {
        if (refusalOf(error).code === "changed_meanwhile") void queries.invalidateQueries();
        throw error;
    }
}
