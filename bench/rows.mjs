// The rows of the bench: reads, lists, writes, heat, training, seats, certificates, import, completions, memory, surveys, hiroba, search, browser.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import net from "node:net";
import { join } from "node:path";
import { at_least, at_most, durableWrite, each, posted, round, told } from "./figures.mjs";
import { hiroba } from "./hiroba.mjs";
import { latency, median, wrk } from "./measure.mjs";
import { json, scratch, signIn, start } from "./server.mjs";
import { search } from "./search.mjs";
import { surveys } from "./surveys.mjs";

/** Reads against the same server's /healthz, at 1, 64 and 256 connections. */
async function reads(options) {
  const rates = new Map();
  const figures = await each(options, async (server, { engine, staff, label }) => {
    const office = await signIn(server, "dx_office");
    const person = await signIn(server, "staff");
    const { rows } = await json(server, office, "/staff?size=1");
    const pages = [
      ["one row with session, scope and look", `/staff/${rows[0].id}/card`, office, 0.5],
      ["whole staff page", `/staff/${rows[0].id}/page`, office, 0.35],
      ["first screen", "/home", person, 0.15],
    ];
    const found = [];
    for (const connections of [1, 64, 256]) {
      const health = wrk(`${server.url}/healthz`, { connections, seconds: options.seconds });
      found.push(told(`${label} c${connections} healthz`, health.rate, "/s"));
      for (const [what, path, cookie, wanted] of pages) {
        const { rate, p99 } = wrk(server.api + path, { connections, seconds: options.seconds, cookie });
        found.push(told(`${label} c${connections} ${what}`, rate, `/s, p99 ${round(p99)} ms`));
        if (connections !== 64) continue;
        rates.set(`${engine} ${what} ${staff}`, rate);
        found.push(at_least(`${label} ${what} / healthz`, rate / health.rate, "x", wanted));
      }
    }
    return found;
  });
  const [least, most] = [Math.min(...options.staff), Math.max(...options.staff)];
  for (const key of [...rates.keys()].filter((k) => k.endsWith(` ${least}`) && least !== most)) {
    const other = key.replace(new RegExp(`${least}$`), String(most));
    figures.push(at_most(`${key.replace(` ${least}`, "")}: slower from ${least} to ${most}`, rates.get(key) / rates.get(other), "x", 1.3));
  }
  return figures;
}

async function lists(options) {
  return each(options, async (server, { label }) => {
    const cookie = await signIn(server, "dx_office");
    const thousand = wrk(`${server.api}/staff?size=1000`, { connections: 16, seconds: options.seconds, cookie });
    const filtered = await latency(() => json(server, cookie, "/staff?size=50&rank=%E4%BF%82%E9%95%B7&leave=false&sort=unit"));
    const typed = await latency(() => json(server, cookie, "/search?q=%E7%94%B0%E4%B8%AD"));
    return [
      at_least(`${label} 1,000 people in one answer`, thousand.rate, "/s", 300),
      at_most(`${label} staff list with filters`, filtered, "ms", 5),
      at_most(`${label} search as you type`, typed, "ms", 5),
    ];
  });
}

async function writes(options) {
  return each({ ...options, staff: [Math.min(...options.staff)] }, async (server, { label }) => {
    const { url, ...write } = await durableWrite(server, await signIn(server, "staff"));
    const one = wrk(url, { ...write, connections: 1, seconds: options.seconds });
    const many = wrk(url, { ...write, connections: 64, seconds: options.seconds });
    return [
      told(`${label} durable writes, 1 client`, one.rate, "/s"),
      told(`${label} durable writes, 64 clients`, many.rate, `/s, p99 ${round(many.p99)} ms`),
      at_least(`${label} 64 clients / 1 client`, many.rate / one.rate, "x", 8),
    ];
  });
}

async function heat(options) {
  return each(options, async (server, { label }) => {
    const office = await signIn(server, "dx_office");
    const person = await signIn(server, "staff");
    const { staff, today } = await json(server, person, "/me");
    const { rows } = await json(server, person, `/staff/${staff}/skills`);
    const body = JSON.stringify({ kind: "exam", holds: true, dated_on: today, valid_until: null, source: "bench", note: "" });
    await json(server, office, "/gap/units?depth=1");
    const after = [];
    for (let i = 0; i < 9; ++i) {
      await json(server, office, `/staff/${staff}/skills/${rows[0].skill}/evidence`, { method: "POST", headers: { "content-type": "application/json" }, body });
      const began = performance.now();
      await json(server, office, "/gap/units?depth=1");
      after.push(performance.now() - began);
    }
    const same = await latency(() => json(server, office, "/gap/units?depth=1"));
    const draft = await json(server, office, "/plan/drafts", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ title: "bench", note: "" }) });
    const dry = await latency(() => json(server, office, `/plan/versions/${draft.id}/dry-run`), { times: 7 });
    await fetch(`${server.api}/plan/versions/${draft.id}`, { method: "DELETE", headers: { cookie: office } });
    return [
      at_most(`${label} heat table, first answer after a change`, median(after), "ms", 60),
      at_most(`${label} heat table, nothing changed`, same, "ms", 3),
      at_most(`${label} dry run of a revision`, dry, "ms", 150),
    ];
  });
}

/** Who must take what, for a whole city at once, and the list of who has not. */
async function training(options) {
  return each(options, async (server, { label }) => {
    const office = await signIn(server, "training_officer");
    const person = await signIn(server, "staff");
    const { staff, today } = await json(server, person, "/me");
    const { rows } = await json(server, person, `/staff/${staff}/skills`);
    const body = JSON.stringify({ kind: "exam", holds: true, dated_on: today, valid_until: null, source: "bench", note: "" });
    await json(server, office, "/gap/units?depth=1");
    const timed = async () => {
      const began = performance.now();
      await json(server, office, "/training/outstanding");
      return performance.now() - began;
    };
    const whole = await timed();
    const same = await latency(() => json(server, office, "/training/outstanding"));
    const after = [];
    for (let i = 0; i < 9; ++i) {
      await json(server, person, `/staff/${staff}/skills/${rows[0].skill}/evidence`, { method: "POST", headers: { "content-type": "application/json" }, body: body.replace("exam", "self") });
      after.push(await timed());
    }
    return [
      at_most(`${label} obligations of the whole city, computed anew`, whole, "ms", 250),
      at_most(`${label} first page of the outstanding, nothing changed`, same, "ms", 20),
      at_most(`${label} first page of the outstanding after a change`, median(after), "ms", 60),
    ];
  });
}

/** The last day of the fiscal year, and days before it: all of them ahead. */
const daysBeforeTheEnd = (today, count) => {
  const end = Date.UTC(Number(today.slice(0, 4)) + (today.slice(5) > "03-31" ? 1 : 0), 2, 31);
  const room = Math.max(1, Math.floor((end - Date.parse(today)) / 86_400_000) - 1);
  return Array.from({ length: count }, (_, i) => new Date(end - (i % room) * 86_400_000).toISOString().slice(0, 10));
};

async function openRun(server, cookie, course, today, day, capacity) {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < "04-01" ? 1 : 0);
  const { id } = await posted(server, cookie, "/runs", {
    course, name: "bench", fiscal_year: year, capacity, unit: null, per_unit: 0, apply_from: today, apply_until: day, waiting_until: null,
    attend: "all", needs_release: false, note: "",
    sessions: [{ id: null, starts_at: `${day}T22:00`, ends_at: `${day}T23:00`, place: "", online_address: "" }],
  });
  await posted(server, cookie, `/runs/${id}/opening`, {});
  return id;
}

/** Every request is another person or another run; a round begins where none has been. */
const applications = (server, runs, staff) => (round) => [
  `local runs, staff = {${runs.join(",")}}, {${staff.join(",")}}`,
  "local threads = 0",
  'function setup(thread) thread:set("mine", threads); threads = threads + 1 end',
  "local n = 0",
  "request = function()",
  `  local k = ${round} * math.floor(#runs / 3) * #staff + 2 * n + mine`,
  "  n = n + 1",
  `  local to = "/${server.slug}/api/runs/" .. runs[math.floor(k / #staff) + 1] .. "/recommendations"`,
  `  return wrk.format("POST", to, nil, '{"staff":[' .. staff[k % #staff + 1] .. '],"route":"recommended","reason":"","basis_no":null}')`,
  "end",
];

/** Applying for a seat, and who sits where in a city of ten thousand. */
async function seats(options) {
  const figures = await each({ ...options, staff: [Math.min(...options.staff)] }, async (server, { label }) => {
    const cookie = await signIn(server, "training_officer");
    const { today } = await json(server, cookie, "/me");
    const { rows } = await json(server, cookie, "/staff?size=1000");
    const course = (await json(server, cookie, "/courses")).courses[0].code;
    const [day] = daysBeforeTheEnd(today, 1);
    const rate = async (connections) => {
      const runs = [];
      for (let i = 0; i < 60; ++i) runs.push(await openRun(server, cookie, course, today, day, 100_000));
      const requests = applications(server, runs, rows.map(({ id }) => id));
      const post = { staff: [rows[0].id], route: "recommended", reason: "", basis_no: null };
      return wrk(server.url, { connections, seconds: options.seconds, cookie, post, requests });
    };
    const one = await rate(1);
    const many = await rate(64);
    return [
      told(`${label} applications for a seat, durable, 1 client`, one.rate, "/s"),
      told(`${label} applications for a seat, durable, 64 clients`, many.rate, `/s, p99 ${round(many.p99)} ms`),
    ];
  });
  // A city whose plan asks everybody to come.
  const planned = await each({ ...options, staff: [10000], city: "iwaki" }, async (server, { label }) => {
    const cookie = await signIn(server, "training_officer");
    const { today } = await json(server, cookie, "/me");
    const { courses } = await json(server, cookie, "/seat-plans/outlook");
    const chosen = courses.sort((a, b) => b.required - a.required).slice(0, 10).map(({ course }) => course);
    const days = daysBeforeTheEnd(today, 40);
    for (let i = 0; i < 40; ++i) await openRun(server, cookie, chosen[i % chosen.length], today, days[i], 400);
    const began = performance.now();
    const { id } = await posted(server, cookie, "/seat-plans", { fiscal_year: Number(today.slice(0, 4)) - (today.slice(5) < "04-01" ? 1 : 0), courses: chosen, per_day: 5 });
    let plan;
    do {
      await new Promise((done) => setTimeout(done, 50));
      plan = await json(server, cookie, `/seat-plans/${id}`);
    } while (plan.state === "computing" && !["refused", "failed"].includes(plan.job.state));
    if (plan.state !== "proposed") throw new Error(`the proposal ended as ${JSON.stringify(plan.job)}`);
    return [
      at_most(`${label} seats planned for ${plan.wanted} wishes, ${plan.runs.length} runs`, performance.now() - began, "ms", 10_000),
      told(`${label} seats below the bound, of ${plan.most_seats}`, plan.most_seats - plan.seated, "seats"),
    ];
  });
  return [...figures, ...planned];
}

/** As many certificates as one asks for, those of the city again and again, as one PDF by a job. */
async function certificates(options) {
  const wanted = 1000;
  return each({ ...options, engines: ["sqlite"], staff: [Math.min(...options.staff)] }, async (server, { label }) => {
    const cookie = await signIn(server, "training_officer");
    const { levels } = await json(server, cookie, "/levels/candidates");
    const { rows: holders } = await json(server, cookie, `/levels/${levels[0].level}/holders`);
    const certifications = Array.from({ length: wanted }, (_, i) => holders[i % holders.length].certification);
    const took = async () => {
      const began = performance.now();
      let job = await posted(server, cookie, "/certificates/prints", { certifications, language: "ja" });
      while (["queued", "running"].includes(job.state)) {
        await new Promise((done) => setTimeout(done, 20));
        job = await json(server, cookie, `/jobs/${job.id}`);
      }
      if (job.state !== "done") throw new Error(`the print ended as ${JSON.stringify(job)}`);
      return performance.now() - began;
    };
    const times = [await took(), await took(), await took()];
    return [at_most(`${label} ${wanted} certificates as one PDF`, median(times), "ms", 60_000)];
  });
}

/** The whole roster, exported and imported into an empty city, beside what sqlite3 itself needs for the same file. */
async function imports(options) {
  const staff = Math.max(...options.staff);
  const server = await start(options.program, "sqlite", staff);
  const file = join(scratch, "roster.csv");
  try {
    const cookie = await signIn(server, "training_officer");
    const answer = await fetch(`${server.api}/exports/staff?format=csv`, { headers: { cookie } });
    writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  } finally {
    await server.stop();
  }
  const times = (run) => median(Array.from({ length: 3 }, (_, i) => {
    const began = performance.now();
    run(i);
    return performance.now() - began;
  }));
  const plain = times((i) => execFileSync("sqlite3", [join(scratch, `plain-${i}.db`), ".mode csv", `.import ${file} roster`]));
  const quiet = { stdio: ["ignore", "ignore", "inherit"] };
  for (let i = 0; i < 3; ++i) {
    execFileSync(options.program, ["plan", "import", "plans/hirakata.yaml", "--data", join(scratch, `import-${i}`), "--municipality", "hirakata"], quiet);
  }
  const ours = times((i) => execFileSync(options.program, ["import", "staff", file, "--data", join(scratch, `import-${i}`), "--municipality", "hirakata", "--whole", "--create-units", "--skip-refused"], quiet));
  return [
    told(`sqlite3 .import of ${staff} rows`, plain, "ms"),
    told(`import staff with full checks, ${staff} rows`, ours, "ms"),
    at_most("import / sqlite3", ours / plain, "x", 8),
  ];
}

/** A list of 100,000 completions from elsewhere: sent, looked at, taken in by a job, taken back. */
async function completions(options) {
  const wanted = 100_000;
  return each({ ...options, staff: [Math.max(...options.staff)] }, async (server, { label }) => {
    const cookie = await signIn(server, "training_officer");
    const { courses } = await json(server, cookie, "/courses");
    const roster = await (await fetch(`${server.api}/exports/staff?format=csv`, { headers: { cookie } })).text();
    const lines = roster.split("\r\n").filter(Boolean);
    const column = lines[0].replace(/^\uFEFF/, "").split(",").indexOf("職員番号");
    const numbers = lines.slice(1).map((line) => line.split(",")[column]);
    const day = (i) => new Date(Date.UTC(2015, 3, 1 + Math.floor(i / numbers.length))).toISOString().slice(0, 10);
    const rows = Array.from({ length: wanted }, (_, i) => `${numbers[i % numbers.length]},${courses[0].name},${day(i)}`);
    const began = performance.now();
    const file = await json(server, cookie, "/completions/files?name=bench.csv", { method: "PUT", body: `職員番号,研修名,修了日\n${rows.join("\n")}\n` });
    const columns = Object.fromEntries(file.columns.map(({ index, field }) => [index, field]));
    const ask = (path, body) => json(server, cookie, path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    const input = { upload: file.upload, source: "bench", columns, skip_refused: true };
    const { counts } = await ask("/completions/preview", input);
    const looked = performance.now();
    let job = await ask("/completions/imports", input);
    while (job.state === "queued" || job.state === "running") {
      await new Promise((resolve) => setTimeout(resolve, 20));
      job = await json(server, cookie, `/jobs/${job.id}`);
    }
    const taken = performance.now();
    await ask(`/completions/imports/${job.result.id}/undo`, {});
    return [
      told(`${label} completions looked at, ${counts.added} to add`, looked - began, "ms"),
      at_least(`${label} completions taken in`, (job.result.counts.added / (taken - looked)) * 60_000, "rows/min", wanted),
      told(`${label} completions taken back`, performance.now() - taken, "ms"),
    ];
  });
}

const open = (port, count) =>
  Promise.all(Array.from({ length: count }, () => new Promise((resolve, reject) => {
    const socket = net.connect(port, "127.0.0.1", () => resolve(socket)).on("error", reject);
  })));

async function memory(options) {
  const staff = Math.max(...options.staff);
  const server = await start(options.program, "sqlite", staff);
  try {
    const office = await signIn(server, "dx_office");
    await json(server, office, "/gap/units?depth=1");
    wrk(`${server.api}/staff?size=1000`, { connections: 64, seconds: options.seconds, rounds: 1, cookie: office });
    const before = server.memory().now;
    const idle = await open(server.port, 2000);
    for (const socket of idle) socket.write(`GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n`);
    await Promise.all(idle.map((socket) => new Promise((resolve) => socket.once("data", resolve))));
    const newcomer = await latency(() => fetch(`${server.url}/healthz`).then((r) => r.text()));
    const cost = server.memory().now - before;
    for (const socket of idle) socket.destroy();
    const slow = await open(server.port, 500);
    const drip = setInterval(() => slow.forEach((socket) => socket.writable && socket.write("G")), 1000);
    slow.forEach((socket) => socket.on("error", () => {}));
    const beside = await latency(() => fetch(`${server.url}/healthz`).then((r) => r.text()), { times: 50 });
    clearInterval(drip);
    slow.forEach((socket) => socket.destroy());
    return [
      at_most(`cold start with ${staff} people`, server.coldStart, "ms", 1000),
      at_most(`resident memory at ${staff} people after the load`, before, "MB", 300),
      at_most("2,000 idle connections cost", cost, "MB", 40),
      told("the 2,001st client waits", newcomer, "ms"),
      told("a client beside 500 that send a byte a second waits", beside, "ms"),
    ];
  } finally {
    await server.stop();
  }
}

/** Headless Chromium with the processor slowed four times: bench/browser.mjs, run from web/ where playwright-core is installed. */
async function browser(options) {
  const server = await start(options.program, "sqlite", 2600);
  try {
    const out = execFileSync("node", [join(process.cwd(), "bench/browser.mjs"), server.url, server.slug], { encoding: "utf8", cwd: "web" });
    const seen = JSON.parse(out);
    return [
      at_most("first screen readable, cold, CPU slowed 4x", seen.readable, "ms", 1500),
      at_most("initial JavaScript, compressed", seen.script / 1000, "kB", 250),
      at_most("longest task while a list of 2,600 is scrolled, CPU slowed 4x", seen.longest, "ms", 50),
    ];
  } finally {
    await server.stop();
  }
}

export const rows = [
  { name: "reads", measure: reads },
  { name: "lists", measure: lists },
  { name: "writes", measure: writes },
  { name: "heat", measure: heat },
  { name: "training", measure: training },
  { name: "seats", measure: seats },
  { name: "certificates", measure: certificates },
  { name: "import", measure: imports },
  { name: "completions", measure: completions },
  { name: "memory", measure: memory },
  { name: "surveys", measure: surveys },
  { name: "hiroba", measure: hiroba },
  { name: "search", measure: search },
  { name: "browser", measure: browser },
];
