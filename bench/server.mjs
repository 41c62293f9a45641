// A server of its own for a bench row: demo data made once a size, started on a free port, signed in, measured, stopped.
import { spawn, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import net from "node:net";

export const scratch = mkdtempSync(join(tmpdir(), "hagukumi-bench-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));

const freePort = () =>
  new Promise((resolve) => {
    const probe = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const made = new Map();

/** A PostgreSQL database of its own for a size: in one database the sizes would share the schema of their one municipality. */
function postgres(name) {
  const server = process.env.HAGUKUMI_TEST_POSTGRES;
  execFileSync("psql", ["--quiet", "--no-psqlrc", server, "--command", `CREATE DATABASE ${name}`]);
  return server.replace("/postgres?", `/${name}?`);
}

/** What the sqlite3 or psql program says to a script, for what no client could do in time: rows of rows, or none. */
function asker(where, slug) {
  const [, data, , connection] = where;
  const keys = join(data, slug, "hagukumi.db.keys");
  return (script) => {
    const [program, args, before] = connection
      ? ["psql", ["--quiet", "--no-psqlrc", "--no-align", "--tuples-only", "--set", "ON_ERROR_STOP=1", connection], `SET search_path TO ${slug};`]
      : ["sqlite3", ["-bail", join(data, slug, "hagukumi.db")], `.timeout 20000\nATTACH '${keys}' AS keys;`];
    const out = execFileSync(program, args, { input: `${before}\n${script}\n`, encoding: "utf8", maxBuffer: 1 << 28 });
    return out.split("\n").filter(Boolean).map((line) => line.split("|"));
  };
}

/** The arguments that name a database with `staff` people, made on first use; without a city, of the one that demo data begins with. */
export function database(program, engine, staff, city) {
  const key = [engine, staff, ...(city ? [city] : [])].join("-");
  if (!made.has(key)) {
    const where =
      engine === "sqlite"
        ? ["--data", join(scratch, key)]
        : ["--data", join(scratch, key), "--database", postgres(`bench_${[staff, ...(city ? [city] : [])].join("_")}`)];
    execFileSync(program, ["demo", ...where, ...(city ? ["--cities", city] : []), "--staff", String(staff)], { stdio: ["ignore", "ignore", "inherit"] });
    made.set(key, where);
  }
  return made.get(key);
}

/** Starts the server and waits for /healthz; the time that takes is `coldStart` in milliseconds. */
export async function start(program, engine, staff, city) {
  const where = database(program, engine, staff, city);
  const port = await freePort();
  const began = performance.now();
  const schemas = engine === "postgres" ? ["--schemas", "large"] : [];
  const child = spawn(program, ["serve", ...where, ...schemas, "--listen", `127.0.0.1:${port}`], { stdio: ["ignore", "ignore", "inherit"] });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error("the server stopped");
    const up = await fetch(`${url}/healthz`).then((r) => r.ok, () => false);
    if (up) break;
    await new Promise((r) => setTimeout(r, 10));
  }
  const coldStart = performance.now() - began;
  const { municipalities } = await (await fetch(`${url}/api/municipalities`)).json();
  const api = `${url}/${municipalities[0].slug}/api`;
  const { slug } = municipalities[0];
  return {
    url, api, port, coldStart, slug, sql: asker(where, slug),
    /** Where its database is, as the bench's own programs are told: the place and the schema. */
    place: where[3] ? [where[3], slug] : [join(where[1], slug, "hagukumi.db"), ""],
    /** Seconds of processor time so far. */
    processor() {
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1].split(" ");
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    /** Resident memory in MB, now and at its highest. */
    memory() {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      const mb = (name) => Math.round(Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))[1]) / 1024);
      return { now: mb("VmRSS"), high: mb("VmHWM") };
    },
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", resolve);
        child.kill("SIGTERM");
      }),
  };
}

/** Signs in as the demo account of a role and gives the cookie. */
export async function signIn(server, role) {
  const { accounts } = await (await fetch(`${server.api}/demo-accounts`)).json();
  const account = accounts.find((a) => a.role === role);
  if (!account) throw new Error(`no demo account of role ${role}`);
  const answer = await fetch(`${server.api}/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login: account.login, password: account.password }),
  });
  if (!answer.ok) throw new Error(`sign-in as ${role}: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie().map((c) => c.split(";")[0]).join("; ");
}

export const json = async (server, cookie, path, init = {}) => {
  const answer = await fetch(server.api + path, { ...init, headers: { cookie, ...init.headers } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};

