// A database that cannot be used: the server does not start, and one sentence says which file and what to do.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must, mustBeOneSentence, mustEqual } from "./expect.mjs";
import { copyOfData, root, run } from "./server.mjs";

const kNobody = 65534;

function mustRefuse(program, data, parts, more = {}) {
  const { status, stderr } = run(program, ["serve", "--data", data, "--listen", "127.0.0.1:0"], { timeout: 20_000, ...more });
  mustEqual(status, 1, `exit status (${stderr.trim().slice(0, 300)})`);
  mustBeOneSentence(stderr, ...parts);
}

/** The program where a user without rights can reach it; undefined when there is none to become. */
function reachableByNobody(program) {
  if (process.getuid() !== 0) return undefined;
  chmodSync(root, 0o755);
  const copy = join(root, "hagukumi-for-nobody");
  cpSync(program, copy);
  chmodSync(copy, 0o755);
  const tried = spawnSync(copy, ["--version"], { uid: kNobody, gid: kNobody });
  return tried.status === 0 ? copy : undefined;
}

async function withoutTheRight({ program, test, skip }) {
  const user = process.getuid() === 0 ? { uid: kNobody, gid: kNobody } : {};
  const reachable = process.getuid() === 0 ? reachableByNobody(program) : program;
  if (!reachable) return skip("a database without the right to read it", "the program cannot be started as another user here");
  for (const [what, mode] of [["read", 0o000], ["write", 0o444]]) {
    await test(`a database without the right to ${what} it: one sentence, exit 1`, async () => {
      const { data, slug, database } = copyOfData(`no-right-to-${what}`);
      if (user.uid) for (const path of [data, join(data, slug)]) chownSync(path, kNobody, kNobody);
      chmodSync(database, mode);
      mustRefuse(reachable, data, [/hagukumi\.db/], user);
    });
  }
}

export async function unreadable(around) {
  const { program, test, skip } = around;
  const broken = (name, title, break_it, ...parts) =>
    test(title, async () => {
      const copy = copyOfData(name);
      break_it(copy);
      mustRefuse(program, copy.data, parts);
    });
  await broken("garbage", "a database of garbage: one sentence, exit 1", ({ database }) => writeFileSync(database, Buffer.alloc(200_000, "これは帳簿ではない")), /hagukumi\.db/);
  await broken("cut", "a database cut short: one sentence, exit 1", ({ database }) => truncateSync(database, (statSync(database).size >> 1) - 1000), /hagukumi\.db/);
  await broken("newer", "a database of a newer program: one sentence that says so, exit 1", ({ database }) =>
    execFileSync("sqlite3", [database, "INSERT INTO schema_migration VALUES (9999, 'from_tomorrow', 'x', '2030-01-01T00:00:00Z')"]), /newer/);
  await broken("folder", "a folder in the place of the database: one sentence, exit 1", ({ database }) => {
    rmSync(database);
    mkdirSync(database);
  }, /hagukumi\.db/);
  await test("a data directory with no municipality: one sentence that says how to make one, exit 1", async () => {
    mkdirSync(join(root, "nothing"));
    mustRefuse(program, join(root, "nothing"), [/hagukumi /]);
  });
  await test("a broken database is left as it was found", async () => {
    const { data, database } = copyOfData("left-alone");
    writeFileSync(database, "not a database at all, but somebody's file".repeat(100));
    const before = execFileSync("sha256sum", [database], { encoding: "utf8" });
    mustRefuse(program, data, [/hagukumi\.db/]);
    must(execFileSync("sha256sum", [database], { encoding: "utf8" }) === before, "the file has changed");
  });
  await withoutTheRight({ program, test, skip });
}
