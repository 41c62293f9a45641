// Writes src/api/schema.gen.ts from the OpenAPI document that the server prints. The client speaks of one municipality, so the
// prefix /{municipality}/api is taken off and its parameter with it. With --check it only says whether the file is up to date.
import { readFileSync, writeFileSync } from "node:fs";
import openapi, { astToString } from "openapi-typescript";

const prefix = "/{municipality}/api";
const here = (path) => new URL(`../${path}`, import.meta.url);
const document = JSON.parse(readFileSync(here("../api/openapi.json"), "utf8"));

const without = (operation) => ({
    ...operation,
    parameters: operation.parameters?.filter((one) => !one.$ref?.endsWith("/municipality")),
});
const ofOneTown = Object.entries(document.paths).flatMap(([path, item]) => {
    if (!path.startsWith(prefix)) return [];
    const operations = Object.entries(item).map(([method, operation]) => [method, without(operation)]);
    return [[path.slice(prefix.length), Object.fromEntries(operations)]];
});
const tree = await openapi({ ...document, paths: Object.fromEntries(ofOneTown) }, { defaultNonNullable: true });
const text = `// Printed from api/openapi.json by \`npm run api\`; not edited by hand.\n${astToString(tree)}`;

const target = here("src/api/schema.gen.ts");
if (!process.argv.includes("--check")) writeFileSync(target, text);
else if (readFileSync(target, "utf8") !== text) {
    console.error("src/api/schema.gen.ts is older than api/openapi.json: run `npm run api` in web/.");
    process.exit(1);
}
