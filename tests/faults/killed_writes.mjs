// kill -9 while several clients write: whatever was answered with 2xx is there once, and the chain of the audit log is whole.
import { Notes } from "./evidence.mjs";
import { must } from "./expect.mjs";
import { Client, copyOfData, kill, mustBeWhole, pause, start, stop } from "./server.mjs";

const kClients = 8;

async function writeUntilLost(server, client, notes, people) {
  for (let i = 0; ; ++i) {
    const { status } = await notes.write(server, client, people[i % people.length]);
    if (status === 0) return;
    must(status === 201 || status === 200, `a write was answered with ${status}`);
  }
}

async function round(program, data, client, notes, people) {
  const server = await start(program, data);
  const before = notes.acknowledged;
  const writing = Array.from({ length: kClients }, (_, at) =>
    writeUntilLost(server, client, notes, people.filter((_, i) => i % kClients === at)),
  );
  await pause(150 + Math.random() * 500);
  await kill(server);
  await Promise.all(writing);
  must(notes.acknowledged > before, "nothing was acknowledged before the kill, so nothing was tried");
  return notes.acknowledged - before;
}

export async function killedWrites({ program, rounds, test }) {
  const copy = copyOfData("writes");
  const { data, slug } = copy;
  const first = await start(program, data);
  const client = await new Client(slug).signIn(first, "training_officer");
  const notes = await Notes.of(first, client, "project");
  await stop(first);
  for (let i = 1; i <= rounds; ++i) {
    const people = Array.from({ length: 2 * kClients }, (_, at) => notes.staff[(i * 2 * kClients + at) % notes.staff.length]);
    await test(`kill -9 under ${kClients} writing clients, round ${i}: every acknowledged write is there once`, async () => {
      await round(program, data, client, notes, people);
      const again = await start(program, data);
      await notes.mustBeThere(again, client, people);
      must((await notes.write(again, client, people[0])).status < 300, "the server that came back takes no writes");
      await kill(again);
    });
  }
  await test(`after ${rounds} kills all ${notes.acknowledged} acknowledged writes are there, and file and audit chain are whole`, async () => {
    mustBeWhole(program, copy);
    const server = await start(program, data);
    await notes.mustBeThere(server, client);
    await stop(server);
  });
}
