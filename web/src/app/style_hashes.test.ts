import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";

test("the content security policy allows exactly the style sheets React Aria writes by itself", () => {
    const components = createRequire(import.meta.url).resolve("react-aria-components");
    const aria = createRequire(components)
        .resolve("react-aria")
        .replace(/\/dist\/.*$/, "/dist/private");
    const hashes = ["interactions/usePress.mjs", "overlays/usePreventScroll.mjs"].map((file) => {
        const source = readFileSync(`${aria}/${file}`, "utf8");
        const template = /style\.textContent = `([^`]*)`/.exec(source)?.[1] ?? "";
        const sheet = template.replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, "data-react-aria-pressable").trim();
        return `'sha256-${createHash("sha256").update(sheet).digest("base64")}'`;
    });
    expect(hashes).toEqual(readFileSync("style-hashes.txt", "utf8").trim().split("\n"));
});
