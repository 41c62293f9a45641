import { queries, server } from "../../api/client.ts";
import type { MemberInput } from "./topics.ts";

/** Who belongs to a closed group, and who keeps it; throws `Refusal`. */
export async function setMember(group: number, account: number, body: MemberInput) {
    await server.PUT("/groups/{id}/members/{account}", { params: { path: { id: group, account } }, body });
    await queries.invalidateQueries();
}
