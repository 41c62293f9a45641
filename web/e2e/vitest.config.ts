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
        // A browser on a busy machine may miss a frame once; what needs a second try is named as retried in the output.
        retry: 1,
        reporters: ["default", new CountReporter()],
    },
});
