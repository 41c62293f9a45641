// The real program on a copy of the demo data: started on a free port of the loopback, asked over HTTP, killed, looked at.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const root = mkdtempSync(join(tmpdir(), "hagukumi-faults-"));
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const template = join(root, "template");
const running = new Set();
const undone = [];
/** Done at the end of the case, also when it breaks off. */
export const atTheEnd = (undo) => undone.push(undo);
export const endAll = () => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
  for (const undo of undone.splice(0)) undo();
};

export const demoData = (program) =>
  execFileSync(program, ["demo", "--data", template, "--cities", "hirakata", "--staff", "120"], { stdio: ["ignore", "ignore", "inherit"], timeout: 300_000 });

const citiesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();

/** A copy with one municipality, for a case to break. */
export function copyOfData(name, parent = root) {
  const slug = citiesIn(template)[0];
  const data = join(parent, name);
  cpSync(join(template, slug), join(data, slug), { recursive: true });
  return { data, slug, database: join(data, slug, "hagukumi.db") };
}

/** Starts and waits until it serves; throws with its words when it ends instead. */
export async function start(program, data, more = {}) {
  const child = spawn(program, ["serve", "--data", data, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "pipe"], ...more });
  running.add(child);
  const server = { child, out: "", err: "", port: 0 };
  child.stdout.on("data", (bytes) => (server.out += bytes));
  child.stderr.on("data", (bytes) => (server.err += bytes));
  server.ended = new Promise((resolve) =>
    child.once("close", (code, signal) => {
      running.delete(child);
      resolve({ code, signal, out: server.out, err: server.err });
    }),
  );
  const deadline = Date.now() + 60_000;
  while (!server.port) {
    if (child.exitCode !== null || child.signalCode !== null) {
      const { code, signal, err } = await server.ended;
      throw new Error(`the server ended with ${code ?? signal}: ${err.slice(-600)}`);
    }
    if (Date.now() > deadline) throw new Error(`the server did not start within a minute: ${server.err.slice(-600)}`);
    server.port = Number(server.out.match(/ at https?:\/\/\S+:(\d+)/)?.[1] ?? 0);
    await pause(10);
  }
  return server;
}

export function kill(server) {
  server.child.kill("SIGKILL");
  return server.ended;
}

export async function stop(server) {
  server.child.kill("SIGTERM");
  const late = setTimeout(() => server.child.kill("SIGKILL"), 30_000);
  const end = await server.ended;
  clearTimeout(late);
  return end;
}

/** Runs the program to its end. */
export function run(program, args, more = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8", timeout: 120_000, ...more });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** What a client got; `lost` when the connection ended without an answer. */
export const lost = { status: 0, body: undefined };

/** A client with a session that outlives the server; requests resolve to `lost` when it dies. */
export class Client {
  constructor(slug, cookie = "") {
    this.slug = slug;
    this.cookie = cookie;
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  }

  ask(server, method, path, body, { type = "application/json", hold } = {}) {
    const bytes = body === undefined ? undefined : Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    const headers = { cookie: this.cookie };
    if (bytes) Object.assign(headers, { "content-type": type, "content-length": bytes.length });
    return new Promise((resolve) => {
      const to = { host: "127.0.0.1", port: server.port, method, path: `/${this.slug}/api${path}`, headers, agent: this.agent };
      const request = http.request(to, (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("aborted", () => resolve(lost));
        answer.on("error", () => resolve(lost));
        answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: parsed(Buffer.concat(parts)) }));
      });
      request.setTimeout(60_000, () => request.destroy());
      request.on("error", () => resolve(lost));
      if (!hold) return request.end(bytes);
      const half = bytes.length >> 1;
      request.write(bytes.subarray(0, half), () => void hold().then(() => request.end(bytes.subarray(half))));
    });
  }

  async must(server, method, path, body, more) {
    const answer = await this.ask(server, method, path, body, more);
    if (answer.status < 200 || answer.status > 299)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)?.slice(0, 400)}`);
    return answer.body;
  }

  async signIn(server, role) {
    const { accounts } = await this.must(server, "GET", "/demo-accounts");
    this.account = accounts.find((account) => account.role === role);
    const { login, password } = this.account;
    const answer = await this.ask(server, "POST", "/session", { login, password });
    if (answer.status !== 200) throw new Error(`signing in as ${role}: ${answer.status} ${JSON.stringify(answer.body)}`);
    this.cookie = answer.headers["set-cookie"].map((cookie) => cookie.split(";")[0]).join("; ");
    return this;
  }
}

function parsed(bytes) {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return bytes;
  }
}

/** Throws unless file, references and audit chain are whole, as `hagukumi verify` and sqlite3 find them. */
export function mustBeWhole(program, { data, database }) {
  const { status, stdout, stderr } = run(program, ["verify", "--data", data]);
  if (status !== 0) throw new Error(`verify ended with ${status}: ${stdout}${stderr}`);
  const found = execFileSync("sqlite3", [database, "PRAGMA integrity_check", "PRAGMA foreign_key_check"], { encoding: "utf8" });
  if (found.trim() !== "ok") throw new Error(`sqlite3 finds: ${found.slice(0, 400)}`);
}
