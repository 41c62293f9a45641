import { useQuery } from "@tanstack/react-query";
import { refusalFrom } from "../api/refusal.ts";
import type { Schema } from "../api/types.ts";

/** The one question that belongs to no municipality. */
export function useMunicipalities() {
    return useQuery({
        queryKey: ["municipalities"],
        queryFn: async () => {
            const response = await fetch("/api/municipalities");
            if (!response.ok) throw await refusalFrom(response);
            return (await response.json()) as Schema<"Municipalities">;
        },
    });
}
