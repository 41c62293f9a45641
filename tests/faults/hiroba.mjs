// kill -9 while people write to each other: a word that was acknowledged is there once, and so is one that is sent again because its
// answer was lost.
import { must, mustEqual } from "./expect.mjs";
import { clientsOf, sql } from "./people.mjs";
import { importNow, roster, upload } from "./roster.mjs";
import { Client, copyOfData, kill, mustBeWhole, start, stop } from "./server.mjs";

const kWriters = 64;
const kPeople = 100;

const words = (round, id) => `${round}回目に${id}番が書いた返事`;
const key = (round, id) => `round-${round}-person-${id}`;
const reply = (server, client, topic, round, id) =>
  client.ask(server, "POST", `/topics/${topic}/replies`, { text: words(round, id), files: [], key: key(round, id) });

async function newTopic(server, client, round) {
  const { channels } = await client.must(server, "GET", "/channels");
  const topic = { channel: channels[0].id, title: `障害試験${round}`, text: "書き込みは残りますか。", tags: [], files: [], key: null };
  return (await client.must(server, "POST", "/topics", topic)).id;
}

/** How often each one's words stand in the topic, straight from the file. */
function timesThere(copy, topic) {
  const rows = sql(copy, `SELECT text, count(*) FROM hiroba_reply WHERE topic_id = ${topic} GROUP BY text`);
  return new Map(rows.map(([text, times]) => [text, Number(times)]));
}

/** The title found by the search says that the index moved with the rows. */
async function mustBeFound(server, client, round, id) {
  const { groups } = await client.must(server, "GET", `/search?q=${encodeURIComponent(words(round, id))}&kind=reply`);
  must(groups.some(({ hits }) => hits.length > 0), `the words of person ${id} are there and the search does not find them`);
}

async function killedWhileWriting(program, copy, { clients, round, answers }) {
  const server = await start(program, copy.data);
  const everybody = [...clients.keys()];
  const people = everybody.slice(0, kWriters);
  // Nobody posts more than a person types: who asks is another each time.
  const topic = await newTopic(server, clients.get(everybody[kWriters + (round % (everybody.length - kWriters))]), round);
  const acknowledged = [];
  let killed;
  await Promise.all(people.map(async (id) => {
    const { status, body } = await reply(server, clients.get(id), topic, round, id);
    if (status === 0) return;
    mustEqual(status, 201, `a reply was answered with ${JSON.stringify(body)}`);
    acknowledged.push(id);
    if (acknowledged.length === answers) killed = kill(server);
  }));
  await killed;

  const again = await start(program, copy.data);
  const there = timesThere(copy, topic);
  for (const id of acknowledged) mustEqual(there.get(words(round, id)), 1, `times that the acknowledged words of person ${id} are there`);
  await mustBeFound(again, clients.get(people[1]), round, acknowledged[0]);
  for (const id of people) mustEqual((await reply(again, clients.get(id), topic, round, id)).status, 201, `person ${id} sends it again`);
  const after = timesThere(copy, topic);
  for (const id of people) mustEqual(after.get(words(round, id)), 1, `times that the words of person ${id} are there in the end`);
  const shown = await clients.get(people[0]).must(again, "GET", `/topics/${topic}`);
  mustEqual(shown.replies.length, kWriters, "replies shown");
  await stop(again);
}

export async function foughtHiroba({ program, rounds, test }) {
  const copy = copyOfData("hiroba");
  const first = await start(program, copy.data);
  const office = await new Client(copy.slug).signIn(first, "training_officer");
  await importNow(first, office, await upload(first, office, roster(kPeople)));
  await stop(first);
  const clients = clientsOf(copy);
  for (let round = 1; round <= rounds; ++round) {
    const answers = Math.ceil((round * (kWriters - 1)) / rounds);
    await test(`kill -9 after ${answers} of ${kWriters} replies, round ${round}: each that was acknowledged is there once, sent again too`, () =>
      killedWhileWriting(program, copy, { clients, round, answers }));
  }
  await test("after all that file and audit chain are whole", async () => mustBeWhole(program, copy));
}
