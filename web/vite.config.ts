import { readFileSync } from "node:fs";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { mock } from "./e2e/mock/plugin.ts";

// The hashes are of the style sheets React Aria writes by itself (usePress, usePreventScroll); the server reads the same file.
const policy = [
    "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'",
    `style-src 'self' ${readFileSync("style-hashes.txt", "utf8").trim().replaceAll("\n", " ")}`,
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
].join("; ");

// What the first screen needs comes in two files, the libraries apart because they change seldom; a page's share comes with the page,
// and what several pages share in few files rather than in one for each button.
const chunks = [
    { name: "libraries", test: /node_modules/, tags: ["$initial" as const], priority: 3 },
    { name: "first", tags: ["$initial" as const], priority: 2 },
    { name: "more-libraries", test: /node_modules/, priority: 1.5 },
    { name: "shared", minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 30_000, priority: 1 },
];

// Absolute asset paths: one bundle serves every municipality, whatever the first segment of the address.
export default defineConfig(({ mode }) => ({
    plugins: [react(), tailwindcss(), ...(mode === "mock" ? [mock()] : [])],
    server: {
        host: "127.0.0.1",
        port: 5173,
        proxy:
            mode === "mock"
                ? undefined
                : { "^/(?!src/)([a-z0-9-]+/)?api/": { target: process.env.HAGUKUMI ?? "http://127.0.0.1:8080" } },
    },
    // What the server says too: a page that breaks it shows it here first.
    preview: { host: "127.0.0.1", port: 5173, headers: { "Content-Security-Policy": policy } },
    build: {
        target: "es2023",
        // Nothing may become a data: URL, the content security policy would refuse it.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 700,
        rolldownOptions: {
            output: {
                codeSplitting: { groups: chunks },
                chunkFileNames: ({ name }) => `assets/${name.replace(/~.*/, "")}-[hash].js`,
            },
        },
    },
    worker: { format: "es" },
    test: { environment: "node", include: ["src/**/*.test.{ts,tsx}"] },
}));
