// What is sent twice over a bad line is kept once: each sending has a key, and the server knows it again.
import { useState } from "react";

/** Names one sending. Over plain HTTP browsers have no randomUUID. */
export function newKey(): string {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

type Keyed<Body> = Body & { key: string };
export type Send = <Body extends object, Answer>(body: Body, post: (keyed: Keyed<Body>) => Promise<Answer>) => Promise<Answer>;

/** The same again has the same key until it has arrived; other words, and the same a second time, have another. */
export function sending(): Send {
    let tried: { said: string; key: string } | null = null;
    return async (body, post) => {
        const said = JSON.stringify(body);
        if (tried?.said !== said) tried = { said, key: newKey() };
        const answer = await post({ ...body, key: tried.key });
        tried = null;
        return answer;
    };
}

/** One for each form. */
export const useSending = (): Send => useState(sending)[0];
