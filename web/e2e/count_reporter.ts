import type { Reporter, TestModule } from "vitest/node";

/** Ends with the one line that ./test reads. */
export class CountReporter implements Reporter {
    onTestRunEnd(modules: readonly TestModule[]) {
        const results = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
        const broken = modules.filter((module) => module.errors().length > 0).length;
        const passed = results.filter((state) => state === "passed").length;
        const failed = results.filter((state) => state === "failed").length + broken;
        // After the default reporter has said what it has to say.
        setTimeout(() => console.log(`${passed} passed, ${failed} failed`), 0);
    }
}
