// The one way screens name what the server sends: `type Row = Schema<"StaffRow">`.
import type { components } from "./schema.gen.ts";

export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];
