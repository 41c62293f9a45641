import { defineConfig } from "vitest/config";
import { CountReporter } from "./count_reporter.ts";

// HAGUKUMI_E2E_URL names a running server with demo data.
export default defineConfig({
    test: {
        root: new URL(".", import.meta.url).pathname,
        include: ["**/*.e2e.ts"],
        environment: "node",
        fileParallelism: false,
        testTimeout: 600_000,
        hookTimeout: 60_000,
        reporters: ["default", new CountReporter()],
    },
});
