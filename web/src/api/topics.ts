/** What the server's event stream speaks of. */
export const topics = ["job", "plan", "people", "survey", "hiroba", "desk", "notice"] as const;
export type Topic = (typeof topics)[number];
