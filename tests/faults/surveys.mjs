// kill -9 while a city answers a survey and while one is opened, and a file of keys that is gone: an answer that was acknowledged is
// there once, a wave has all its keys or none, and nobody's answer is lost with the keys.
import { rmSync, statSync } from "node:fs";
import { must, mustEqual } from "./expect.mjs";
import { clientsOf, sql } from "./people.mjs";
import { importNow, roster, upload } from "./roster.mjs";
import { Client, copyOfData, kill, mustBeWhole, pause, start, stop } from "./server.mjs";

const kAnswering = 64;
const kDrafting = 8;
const kImported = 400; // so many that the keys of a wave are not written in a moment

const kSurvey = `
code: faults
title: 障害試験の調査
sections:
  - {code: S, title: 質問}
questions:
  - {code: Q1, section: S, type: scale, text: 進んでいますか, required: true, options: [{code: "no", text: いいえ}, {code: "yes", text: はい}]}
  - {code: WHY, section: S, type: long_text, text: 理由}
`;

const said = (why) => ({
  answers: [
    { question: "Q1", options: ["yes"], items: [], number: null, text: "" },
    { question: "WHY", options: [], items: [], number: null, text: why },
  ],
});

async function publish(server, office) {
  const { summary } = await office.must(server, "PUT", "/survey-files/yaml", Buffer.from(kSurvey), { type: "application/yaml" });
  await office.must(server, "POST", `/surveys/${summary.id}/publish`, {});
  return summary.id;
}

async function draftWave(server, office, survey) {
  const { today } = await office.must(server, "GET", "/me");
  const last = (years) => `${Number(today.slice(0, 4)) + years}-03-31`;
  const { id } = await office.must(server, "POST", "/survey-waves", {
    survey, name: "障害試験", kind: "other", pairs_with: null, audience: "everyone", as_of: today, opens_on: today, closes_on: last(1),
    threshold: 5, readers: "office", keys_until: last(2), note: "",
  });
  return id;
}

async function openWave(server, office, survey) {
  const id = await draftWave(server, office, survey);
  await office.must(server, "POST", `/survey-waves/${id}/open`, {});
  return id;
}

const form = (server, client, wave) => client.must(server, "GET", `/survey-waves/${wave}/form`);
const answer = (server, client, wave, why) => client.ask(server, "POST", `/survey-waves/${wave}/answers`, said(why));

/** Keeps a draft again and again; what is given is the last one acknowledged and the last one sent. */
async function draftUntilLost(server, client, wave) {
  const drafts = { kept: 0, sent: 0 };
  for (;;) {
    const { status } = await client.ask(server, "PUT", `/survey-waves/${wave}/draft`, said(String(++drafts.sent)));
    if (status === 0) return drafts;
    must(status >= 200 && status < 300, `a draft was answered with ${status}`);
    drafts.kept = drafts.sent;
  }
}

const reason = (staff) => `${staff}番の理由`;

/** How often each one's words are there: they have no key that would keep a second row away. */
function mustHaveSpokenOnce(copy, wave, staff) {
  const there = new Map(sql(copy, `SELECT text, count(*) FROM survey_text WHERE wave_id = ${wave} GROUP BY text`));
  for (const id of staff) mustEqual(Number(there.get(reason(id)) ?? 0), 1, `times that the words of person ${id} are there`);
  mustEqual(there.size, staff.length, "people whose words are there");
}

async function killedWhileAnswering(program, copy, { office, clients, survey, answers }) {
  const server = await start(program, copy.data);
  const wave = await openWave(server, office, survey);
  const people = [...clients.keys()];
  const answering = people.slice(0, kAnswering);
  const drafting = people.slice(kAnswering, kAnswering + kDrafting);
  const acknowledged = [];
  let killed;
  const drafts = drafting.map((id) => draftUntilLost(server, clients.get(id), wave));
  await Promise.all(answering.map(async (id) => {
    const { status, body } = await answer(server, clients.get(id), wave, reason(id));
    if (status === 0) return;
    mustEqual(status, 201, `an answer was answered with ${JSON.stringify(body)}`);
    acknowledged.push(id);
    if (acknowledged.length === answers) killed = kill(server);
  }));
  await killed;
  const kept = await Promise.all(drafts);

  const again = await start(program, copy.data);
  const forms = new Map(await Promise.all(answering.map(async (id) => [id, await form(again, clients.get(id), wave)])));
  for (const id of acknowledged) must(forms.get(id).answered, `person ${id} was told that the answer is there, and it is not`);
  const there = answering.filter((id) => forms.get(id).answered);
  mustEqual((await office.must(again, "GET", `/survey-waves/${wave}`)).answered, there.length, "answers there after the kill");
  mustHaveSpokenOnce(copy, wave, there);
  await Promise.all(drafting.map(async (id, at) => {
    const { draft } = await form(again, clients.get(id), wave);
    const text = Number(draft.find(({ question }) => question === "WHY")?.text ?? 0);
    must(text >= kept[at].kept && text <= kept[at].sent, `the draft ${text} is there; ${kept[at].kept} was acknowledged, ${kept[at].sent} sent`);
  }));
  await Promise.all(answering.map(async (id) => {
    const { status, body } = await answer(again, clients.get(id), wave, reason(id));
    mustEqual(status === 201 ? "taken" : body?.code, forms.get(id).answered ? "already_exists" : "taken", `person ${id} answers again`);
  }));
  mustEqual((await office.must(again, "GET", `/survey-waves/${wave}`)).answered, kAnswering, "answers in the end");
  mustHaveSpokenOnce(copy, wave, answering);
  await stop(again);
}

const changed = (file) => {
  const { mtimeMs, size } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return `${mtimeMs} ${size}`;
};

/** Sends the request and kills as soon as the file is written to, or so many ms later. */
async function killAtWrite(server, client, method, path, { file, later }) {
  const asked = client.ask(server, method, path, method === "POST" ? {} : undefined);
  await pause(1);
  const before = changed(file);
  for (const until = performance.now() + 5000; performance.now() < until && changed(file) === before; );
  await pause(later);
  await kill(server);
  return (await asked).status;
}

/** The keys of a wave; what a kill has left of the two files is put right soon after the start. */
async function keysMustBecome(copy, wave, wanted, what) {
  const count = () => Number(sql(copy, `SELECT count(DISTINCT pseudonym) FROM survey_key WHERE wave_id = ${wave}`)[0][0]);
  for (const deadline = Date.now() + 30_000; count() !== wanted && Date.now() < deadline; ) await pause(25);
  mustEqual(count(), wanted, what);
}

async function killedWhileOpening(program, copy, { office, clients, survey, moment, seen }) {
  const server = await start(program, copy.data);
  const wave = await draftWave(server, office, survey);
  const status = await killAtWrite(server, office, "POST", `/survey-waves/${wave}/open`, moment);
  const again = await start(program, copy.data);
  const found = await office.must(again, "GET", `/survey-waves/${wave}`);
  seen.set(found.status, (seen.get(found.status) ?? 0) + 1);
  if (status !== 0) mustEqual(found.status, "open", `the opening was answered with ${status}; the wave`);
  if (found.status === "open") await keysMustBecome(copy, wave, found.invited, "keys of an open wave");
  else await office.must(again, "POST", `/survey-waves/${wave}/open`, {});
  await keysMustBecome(copy, wave, clients.size, "keys once it is open");
  mustEqual((await answer(again, clients.get([...clients.keys()][0]), wave, "始まった")).status, 201, "an answer once it is open");
  await stop(again);
}

async function killedWhileCallingOff(program, copy, { office, clients, survey, moment, seen }) {
  const server = await start(program, copy.data);
  const wave = await openWave(server, office, survey);
  const status = await killAtWrite(server, office, "DELETE", `/survey-waves/${wave}`, moment);
  const again = await start(program, copy.data);
  const found = await office.must(again, "GET", `/survey-waves/${wave}`);
  seen.set(found.status, (seen.get(found.status) ?? 0) + 1);
  if (status !== 0) mustEqual(found.status, "cancelled", `the calling off was answered with ${status}; the wave`);
  await keysMustBecome(copy, wave, found.status === "cancelled" ? 0 : clients.size, `keys of a wave that is ${found.status}`);
  await stop(again);
}

async function keysGone(program, copy, { office, clients, survey }) {
  const server = await start(program, copy.data);
  const wave = await openWave(server, office, survey);
  const people = [...clients.keys()];
  for (const id of people.slice(0, 20)) mustEqual((await answer(server, clients.get(id), wave, reason(id))).status, 201, "an answer");
  await stop(server);
  rmSync(`${copy.database}.keys`);

  const again = await start(program, copy.data);
  for (const id of [people[0], people[20]]) {
    mustEqual((await clients.get(id).ask(again, "GET", `/survey-waves/${wave}/form`)).status, 404, "the form without a key");
    mustEqual((await answer(again, clients.get(id), wave, reason(id))).status, 404, "an answer without a key");
    mustEqual((await clients.get(id).must(again, "GET", "/survey-answers")).surveys.some((one) => one.wave === wave), false, "asked without a key");
  }
  mustEqual((await office.must(again, "GET", `/survey-waves/${wave}`)).answered, 20, "answers without a key");
  await office.must(again, "POST", `/survey-waves/${wave}/close`, {});
  const { counted, questions } = await office.must(again, "GET", `/survey-waves/${wave}/results`);
  mustEqual(counted, 20, "answers counted without a key");
  mustEqual(questions[0].items[0].options.find(({ code }) => code === "yes").count, 20, "answers to the first question");
  const next = await openWave(again, office, survey);
  mustEqual((await answer(again, clients.get(people[0]), next, reason(0))).status, 201, "an answer in the next wave");
  await stop(again);
}

export async function foughtSurveys({ program, rounds, test }) {
  const copy = copyOfData("surveys");
  const first = await start(program, copy.data);
  const office = await new Client(copy.slug).signIn(first, "training_officer");
  await importNow(first, office, await upload(first, office, roster(kImported)));
  const survey = await publish(first, office);
  await stop(first);
  const clients = clientsOf(copy);
  for (let i = 1; i <= rounds; ++i) {
    const answers = Math.ceil((i * (kAnswering - 1)) / rounds);
    await test(`kill -9 after ${answers} of ${kAnswering} answers, round ${i}: each that was acknowledged is there once, and nobody answers twice`, () =>
      killedWhileAnswering(program, copy, { office, clients, survey, answers }));
  }
  const moments = async (title, body) => {
    const seen = new Map();
    for (let i = 1; i <= rounds; ++i) {
      const file = `${copy.database}${i % 3 === 0 ? ".keys-journal" : "-wal"}`;
      const moment = { file, later: i % 3 === 2 ? Math.random() * 50 : 0 };
      await test(`kill -9 while ${title.replace(",", `, round ${i}:`)}`, () => body(program, copy, { office, clients, survey, moment, seen }));
    }
    console.log(`   at the restart: ${[...seen].map(([status, times]) => `${status} ${times} times`).join(", ")}`);
  };
  await moments("a survey is opened, all its keys are there, or it can be opened again", killedWhileOpening);
  await moments("a survey is called off, none of its keys is left, or it is open as before", killedWhileCallingOff);
  await test("without its file of keys the server serves: the survey takes no more answers and its results stay", () =>
    keysGone(program, copy, { office, clients, survey }));
  await test("after all that file and audit chain are whole", async () => mustBeWhole(program, copy));
}
