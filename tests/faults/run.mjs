// The cases, one after another, each on data of its own; one case that fails does not hide the next.
import { rmSync } from "node:fs";
import { demoData, endAll, root } from "./server.mjs";
import { fullDisk } from "./full_disk.mjs";
import { foughtHiroba } from "./hiroba.mjs";
import { killedImports } from "./killed_imports.mjs";
import { killedWrites } from "./killed_writes.mjs";
import { foughtSeats } from "./seats.mjs";
import { occupiedPort, quietStop } from "./start_and_stop.mjs";
import { foughtSurveys } from "./surveys.mjs";
import { unreadable } from "./unreadable.mjs";

const cases = { writes: killedWrites, imports: killedImports, seats: foughtSeats, surveys: foughtSurveys, hiroba: foughtHiroba, disk: fullDisk, unreadable, port: occupiedPort, stop: quietStop };

function options(given) {
  const chosen = { program: "build/release/hagukumi", rounds: 50, only: undefined };
  for (let i = 0; i < given.length; i += 2) {
    const name = given[i].replace(/^--/, "");
    if (!(name in chosen) || given[i + 1] === undefined) {
      console.error(`faults: ${given[i]} is no option; there are --program PATH, --rounds N and --only ${Object.keys(cases).join("|")}.`);
      process.exit(2);
    }
    chosen[name] = name === "rounds" ? Number(given[i + 1]) : given[i + 1];
  }
  return chosen;
}

let passed = 0;
let failed = 0;
const tally = {
  async test(title, body) {
    try {
      await body();
      passed += 1;
      console.log(`ok: ${title}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED: ${title}\n  ${error.stack ?? error}`);
    }
  },
  skip: (title, reason) => console.log(`skipped: ${title}: ${reason}`),
};

const { program, rounds, only } = options(process.argv.slice(2));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(130));
process.on("exit", () => {
  endAll();
  rmSync(root, { recursive: true, force: true });
});

let set_up = false;
await tally.test("the demo data is made", async () => {
  demoData(program);
  set_up = true;
});
for (const [name, body] of Object.entries(cases)) {
  if (!set_up || (only && only !== name)) continue;
  const began = Date.now();
  try {
    await body({ program, rounds, ...tally });
  } catch (error) {
    failed += 1;
    console.log(`FAILED: ${name}: the case itself broke off\n  ${error.stack ?? error}`);
  }
  endAll();
  console.log(`   ${name}: ${Math.round((Date.now() - began) / 1000)} s`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
