// A draft that is not lost: sent a moment after the last change, tried again while the server is away, and until it has arrived also
// kept in this tab, so that a reload brings it back.
export type Kept = "nothing" | "waiting" | "saved" | "away";

interface Way<Draft> {
    send: (draft: Draft) => Promise<void>;
    tell: (kept: Kept) => void;
    /** Whether there is no use in trying again: the server has said no. */
    refused: (error: unknown) => boolean;
    store: Pick<Storage, "getItem" | "setItem" | "removeItem">;
    key: string;
}

const moment = 800;
const first_pause = 3_000;
const longest_pause = 60_000;

export class Keeper<Draft> {
    readonly #way: Way<Draft>;
    #newest: Draft | null = null;
    #sending = false;
    #over = false;
    #pause = first_pause;
    #timer: ReturnType<typeof setTimeout> | undefined;

    constructor(way: Way<Draft>) {
        this.#way = way;
    }

    /** What an earlier visit could not send. */
    left(): Draft | null {
        try {
            return JSON.parse(this.#way.store.getItem(this.#way.key) ?? "null");
        } catch {
            return null;
        }
    }

    keep(draft: Draft) {
        if (this.#over) return;
        this.#newest = draft;
        this.#way.store.setItem(this.#way.key, JSON.stringify(draft));
        this.#way.tell("waiting");
        this.#after(moment);
    }

    /** In this tab only: it is sent another way. */
    hold(draft: Draft) {
        this.#way.store.setItem(this.#way.key, JSON.stringify(draft));
        this.#way.tell("nothing");
    }

    /** At once: the page is left, or the network is back. */
    hurry() {
        if (this.#newest !== null) this.#after(0);
    }

    /** The answer has been sent: there is no draft any more. */
    end() {
        this.#over = true;
        clearTimeout(this.#timer);
        this.#newest = null;
        this.#way.store.removeItem(this.#way.key);
    }

    stop() {
        clearTimeout(this.#timer);
    }

    /** Everything has been sent another way; typing goes on. */
    rest() {
        clearTimeout(this.#timer);
        this.#newest = null;
        this.#way.store.removeItem(this.#way.key);
        this.#way.tell("saved");
    }

    #after(ms: number) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void this.#send(), ms);
    }

    async #send() {
        const draft = this.#newest;
        if (draft === null || this.#sending) return;
        this.#sending = true;
        const outcome = await this.#way.send(draft).then(
            () => "saved" as const,
            (error: unknown) => (this.#way.refused(error) ? ("refused" as const) : ("away" as const)),
        );
        this.#sending = false;
        if (this.#over) return;
        if (outcome === "away") return this.#again();
        this.#pause = first_pause;
        // Something newer came while this was on its way.
        if (this.#newest !== draft) return this.#after(0);
        this.#newest = null;
        if (outcome === "refused") return this.#way.tell("away");
        this.#way.store.removeItem(this.#way.key);
        this.#way.tell("saved");
    }

    #again() {
        this.#way.tell("away");
        this.#after(this.#pause);
        this.#pause = Math.min(longest_pause, this.#pause * 2);
    }
}
