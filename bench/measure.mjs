// Medians of several runs. Every answer of a measured request is checked: an error would be fast and mean nothing.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { scratch } from "./server.mjs";

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Requests a second, median and 99th percentile in ms, by wrk; the median of `rounds`. `requests(round)` gives Lua that makes each request. */
export function wrk(url, { connections = 64, seconds = 3, rounds = 3, cookie = "", post = null, requests = null } = {}) {
  const script = join(scratch, "wrk.lua");
  const lines = [`wrk.headers["Cookie"] = ${JSON.stringify(cookie)}`];
  if (post) lines.push('wrk.method = "POST"', 'wrk.headers["Content-Type"] = "application/json"', `wrk.body = ${JSON.stringify(JSON.stringify(post))}`);
  lines.push("done = function(summary) io.write(string.format('errors %d\\n', summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout)) end");
  const runs = Array.from({ length: rounds }, (_, round) => {
    writeFileSync(script, [...lines, ...(requests ? requests(round) : [])].join("\n"));
    const out = execFileSync("wrk", ["-t", String(Math.min(2, connections)), "-c", String(connections), "-d", `${seconds}s`, "--latency", "-s", script, url], { encoding: "utf8" });
    const errors = Number(out.match(/errors (\d+)/)[1]);
    if (errors) throw new Error(`${url}: ${errors} answers were not 2xx`);
    const within = (share) => {
      const [, value, unit] = out.match(new RegExp(`${share}%\\s+([\\d.]+)(us|ms|s)`));
      return Number(value) * { us: 0.001, ms: 1, s: 1000 }[unit];
    };
    return { rate: Number(out.match(/Requests\/sec:\s+([\d.]+)/)[1]), p50: within(50), p99: within(99) };
  });
  const of = (what) => median(runs.map((run) => run[what]));
  return { rate: of("rate"), p50: of("p50"), p99: of("p99") };
}

/** Milliseconds until the whole answer is read; the median of `times`, after one that is not counted unless `cold`. */
export async function latency(ask, { times = 15, cold = false } = {}) {
  const taken = [];
  if (!cold) await ask();
  for (let i = 0; i < times; ++i) {
    const began = performance.now();
    await ask();
    taken.push(performance.now() - began);
  }
  return median(taken);
}
