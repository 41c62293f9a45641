import "./styles.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { city } from "./api/city.ts";
import { queries } from "./api/client.ts";
import { CityApp } from "./app/CityApp.tsx";
import { whenIdle } from "./app/idle.ts";
import { Municipalities } from "./app/Municipalities.tsx";
import { LanguageProvider } from "./i18n/LanguageProvider.tsx";

// The list of 124 font slices is longer than all other styles together: text does not wait for it, nor does the first screen.
whenIdle(() => void import("./fonts.css"));

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root");

createRoot(root).render(
    <StrictMode>
        <QueryClientProvider client={queries}>
            <LanguageProvider>{city ? <CityApp /> : <Municipalities />}</LanguageProvider>
        </QueryClientProvider>
    </StrictMode>,
);
