import { RouterProvider } from "@tanstack/react-router";
import { city } from "../api/city.ts";
import { useWords } from "../i18n/words.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { useMunicipalities } from "./municipalities.ts";
import { router } from "./router.tsx";
import { words } from "./words.ts";

/** Everything behind the first segment of the address. A segment that is no municipality says so. */
export function CityApp() {
    const m = useWords(words);
    const known = useMunicipalities();
    if (known.data && !known.data.municipalities.some(({ slug }) => slug === city)) {
        return (
            <main className="mx-auto max-w-2xl px-4 py-16">
                <h1 className="sr-only">{m.unknown_city}</h1>
                <EmptyState
                    title={m.unknown_city}
                    action={
                        <a href="/" className="link">
                            {m.to_cities}
                        </a>
                    }
                />
            </main>
        );
    }
    return <RouterProvider router={router} />;
}
