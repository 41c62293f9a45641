// A whole city answers thirty questions: how fast answers are taken, how long figures need, and what those who watch it live cost.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { at_least, at_most, durableWrite, each, posted, round, told } from "./figures.mjs";
import { latency, median, wrk } from "./measure.mjs";
import { cookieOf, sessionsFor } from "./people.mjs";
import { json, scratch, signIn } from "./server.mjs";
import { answers, fill, openWave, publishedSurvey } from "./survey_city.mjs";
import { watch } from "./viewers.mjs";

const kThreshold = 5;
const kViewers = 1000;
const kSteps = 15;
const kFigures = 80;

export async function surveys(options) {
  return each({ ...options, staff: [Math.max(...options.staff)] }, async (server, { engine, label }) => {
    const office = await signIn(server, "dx_office");
    const { today } = await json(server, office, "/me");
    const survey = await publishedSurvey(server, office);
    const opened = [];
    const open = async () => {
      opened.push(await openWave(server, office, survey, today));
      return opened.at(-1).id;
    };
    const city = { server, engine, label, office, open, people: sessionsFor(server, await open()) };
    const figures = [...(await submissions(city, options)), ...(await closedWave(city)), ...(await openWaveWatched(city))];
    return [told(`${label} survey opened for ${city.people.length} people`, median(opened.map(({ opening }) => opening)), "ms"), ...figures];
  });
}

/** Every request is another person, or another wave. */
function requests(server, waves, people) {
  const list = join(scratch, "people.txt");
  writeFileSync(list, people.join("\n"));
  const bodies = Array.from({ length: 64 }, (_, i) => `[==[${JSON.stringify(answers(i))}]==]`);
  return () => [
    `local waves, bodies = {${waves.join(",")}}, {${bodies.join(",")}}`,
    "local threads, n, people = 0, 0, {}",
    'function setup(thread) thread:set("mine", threads); threads = threads + 1 end',
    `function init() for id in io.lines(${JSON.stringify(list)}) do people[#people + 1] = id end end`,
    "request = function()",
    "  local k = 2 * n + mine",
    "  n = n + 1",
    `  local to = "/${server.slug}/api/survey-waves/" .. waves[math.floor(k / #people) + 1] .. "/answers"`,
    "  local id = people[k % #people + 1]",
    '  local headers = {["Content-Type"] = "application/json", Cookie = "hagukumi_session=" .. string.rep("0", 64 - #id) .. id}',
    '  return wrk.format("POST", to, headers, bodies[k % #bodies + 1])',
    "end",
  ];
}

async function submissions({ server, label, office, open, people }, options) {
  const { url, ...write } = await durableWrite(server, await signIn(server, "staff"));
  const figures = [];
  for (const connections of [64, 256]) {
    const run = { connections, seconds: options.seconds, rounds: 1 };
    const rounds = [];
    for (let i = 0; i < 3; ++i) {
      const ceiling = wrk(url, { ...write, ...run });
      const waves = [];
      while (waves.length * people.length < 8 * ceiling.rate * options.seconds) waves.push(await open());
      rounds.push({ ...wrk(server.url, { ...run, requests: requests(server, waves, people) }), ceiling: ceiling.rate });
      for (const wave of waves) await posted(server, office, `/survey-waves/${wave}/close`, {});
    }
    const [rate, p50, p99, ceiling] = ["rate", "p50", "p99", "ceiling"].map((what) => median(rounds.map((one) => one[what])));
    figures.push(
      told(`${label} c${connections} answers of thirty questions`, rate, `/s, median ${round(p50)} ms, p99 ${round(p99)} ms`),
      told(`${label} c${connections} small durable writes`, ceiling, "/s"),
      at_least(`${label} c${connections} answers / small durable writes`, median(rounds.map((one) => one.rate / one.ceiling)), "x", 0.5),
    );
  }
  return figures;
}

async function sent(server, cookie, wave, body) {
  const headers = { cookie, "content-type": "application/json" };
  const answer = await fetch(`${server.api}/survey-waves/${wave}/answers`, { method: "POST", headers, body: JSON.stringify(body) });
  if (answer.status !== 201) throw new Error(`an answer: ${answer.status} ${await answer.text()}`);
}

const timed = async (ask) => {
  const began = performance.now();
  await ask();
  return performance.now() - began;
};

/** Everybody has answered and nobody has looked: the first look reads it all. */
async function closedWave({ server, label, office, open, people }) {
  const wave = await open();
  fill(server, wave);
  const closing = await timed(() => posted(server, office, `/survey-waves/${wave}/close`, {}));
  const look = () => json(server, office, `/survey-waves/${wave}/results?cut=category`);
  const first = await timed(look);
  return [
    told(`${label} survey closed`, closing, "ms"),
    at_most(`${label} ${people.length} x 30 answers crossed, never looked at before`, first, "ms", kFigures),
    at_most(`${label} ${people.length} x 30 answers crossed, looked at again`, await latency(look), "ms", kFigures),
  ];
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// PostgreSQL counts what an idle connection did ten seconds late.
const counted = (engine) => pause(engine === "postgres" ? 11_000 : 1000);

/** Answers, just enough at a time to move the figures, while so many watch. `after` follows each move. */
async function steps({ server, engine, office }, wave, answer, viewers, after = async () => {}) {
  const number = (script) => Number(server.sql(script)[0][0]);
  const transactions = () => (engine === "postgres" ? number("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database();") : 0);
  while (number(`SELECT count(*) FROM survey_response WHERE wave_id = ${wave} AND batch = 0;`) !== kThreshold) await pause(100);
  let batch = number(`SELECT batch FROM survey_wave WHERE id = ${wave};`);
  const watching = await watch(server, office, wave, viewers);
  await counted(engine);
  const [processor, reads] = [server.processor(), transactions()];
  const [waits, spans] = [[], []];
  for (let i = 0; i < kSteps; ++i) {
    await pause(100 * (i % 10));
    const moved = watching.moved(batch++);
    for (let n = 0; n < kThreshold; ++n) await answer();
    const acknowledged = performance.now();
    const heard = await moved;
    waits.push(...heard.map((at) => at - acknowledged));
    spans.push(Math.max(...heard) - Math.min(...heard));
    await after();
  }
  await counted(engine);
  const each = { processor: (1000 * (server.processor() - processor)) / kSteps, transactions: (transactions() - reads) / kSteps };
  const memory = server.memory().now;
  watching.close();
  return { ...each, waits, spans, memory };
}

/** Everybody who watches asks for the figures at once; whoever is told that the server is busy asks again. */
async function allLook(server, office, wave) {
  let refused = 0;
  const look = async () => {
    const answer = await fetch(`${server.api}/survey-waves/${wave}/results?cut=`, { headers: { cookie: office } });
    await answer.arrayBuffer();
    if (answer.status !== 503) return answer.status;
    ++refused;
    await pause(100);
    return look();
  };
  const ms = await timed(() => Promise.all(Array.from({ length: kViewers }, look)));
  return { ms, refused };
}

/** All but a few have answered; these do so now. */
async function openWaveWatched(city) {
  const { server, engine, label, office, open, people } = city;
  const wave = await open();
  const late = people.slice(-3 * kThreshold * kSteps);
  fill(server, wave, late);
  const look = (cut = "") => json(server, office, `/survey-waves/${wave}/results?cut=${cut}`);
  const answer = () => {
    const staff = late.pop();
    return sent(server, cookieOf(staff), wave, answers(staff));
  };
  const alone = await steps(city, wave, answer, 1);
  const watched = await steps(city, wave, answer, kViewers);
  const looks = [];
  await look();
  await steps(city, wave, answer, 1, async () => looks.push(await timed(look)));
  const { ms, refused } = await allLook(server, office, wave);
  await posted(server, office, `/survey-waves/${wave}/close`, {});
  const first = await timed(() => look("category"));
  const [p50, p99] = [0.5, 0.99].map((share) => watched.waits.sort((a, b) => a - b)[Math.floor(share * (watched.waits.length - 1))]);
  const transactions = engine === "postgres" ? [
    told(`${label} transactions a step, 1 viewer`, alone.transactions, ""),
    told(`${label} transactions a step, ${kViewers} viewers`, watched.transactions, ""),
  ] : [];
  return [
    at_most(`${label} figures of an open survey after a change`, median(looks), "ms", kFigures),
    at_most(`${label} crossed after the close, looked at before`, first, "ms", kFigures),
    told(`${label} answer to event, ${kViewers} viewers`, p50, `ms, p99 ${round(p99, 0)} ms`),
    told(`${label} from the first viewer's event to the last one's`, median(watched.spans), "ms"),
    told(`${label} figures of an open survey for ${kViewers} who ask at once`, ms, `ms, ${refused} times refused as busy and asked again`),
    told(`${label} resident memory, ${kViewers} viewers`, watched.memory, `MB, with one ${alone.memory} MB`),
    told(`${label} processor time a step, 1 viewer`, alone.processor, "ms"),
    told(`${label} processor time a step, ${kViewers} viewers`, watched.processor, "ms"),
    ...transactions,
  ];
}
