import { useSuspenseQuery } from "@tanstack/react-query";
import { api, queries } from "../api/client.ts";
import type { Schema } from "../api/types.ts";

export type Me = Schema<"Me">;
export const me_question = api.queryOptions("get", "/me", {}, { staleTime: Number.POSITIVE_INFINITY });

/** Who is signed in. Inside the frame there is always someone. */
export function useMe(): Me {
    return useSuspenseQuery(me_question).data;
}

export const may = (me: Me, permission: Schema<"Permission">) => me.permissions.includes(permission);

/** Whether the one signed in may do this; the server decides again. */
export function useMay(permission: Schema<"Permission">): boolean {
    return may(useMe(), permission);
}

export const becomes = (me: Me) => queries.setQueryData(me_question.queryKey, me);
