// kill -9 in the middle of a roster import: all rows or none, a job that tells the truth, an import that can be done again.
import { must, mustEqual } from "./expect.mjs";
import { finished, importNow, present, roster, undoLast, upload } from "./roster.mjs";
import { Client, copyOfData, kill, mustBeWhole, pause, start, stop } from "./server.mjs";

const kPeople = 800;

async function afterTheKill(server, client, input, id) {
  const job = await finished(server, client, id);
  const there = await present(server, client);
  if (job.state === "done") mustEqual(there, kPeople, "the job says it is done; people there");
  else mustEqual(there, 0, `the job says ${job.state}; people there`);
  if (job.state !== "done") await importNow(server, client, await upload(server, client, roster(kPeople)));
  mustEqual(await present(server, client), kPeople, "people after the import was brought to its end");
  await undoLast(server, client);
  mustEqual(await present(server, client), 0, "people after the undo");
}

export async function killedImports({ program, rounds, test }) {
  const copy = copyOfData("imports");
  const { data, slug } = copy;
  let server = await start(program, data);
  const client = await new Client(slug).signIn(server, "training_officer");
  let whole = 0;
  await test(`a roster of ${kPeople} new people is imported and undone`, async () => {
    const input = await upload(server, client, roster(kPeople));
    const began = Date.now();
    await importNow(server, client, input);
    whole = Date.now() - began;
    mustEqual(await present(server, client), kPeople, "people after the import");
    await undoLast(server, client);
    mustEqual(await present(server, client), 0, "people after the undo");
  });
  if (whole === 0) return;
  const seen = new Map();
  for (let i = 1; i <= rounds; ++i) {
    await test(`kill -9 in an import of ${kPeople} rows, round ${i}: all of them or none`, async () => {
      const input = await upload(server, client, roster(kPeople));
      const { id } = await client.must(server, "POST", "/imports", input);
      await pause((Math.random() * whole * (rounds + i)) / rounds);
      await kill(server);
      server = await start(program, data);
      const there = await present(server, client);
      must(there === 0 || there === kPeople, `${there} of ${kPeople} people are there at the restart`);
      seen.set(there, (seen.get(there) ?? 0) + 1);
      await afterTheKill(server, client, input, id);
    });
  }
  console.log(`   at the restart: none ${seen.get(0) ?? 0} times, all ${seen.get(kPeople) ?? 0} times; a whole import takes ${whole} ms`);
  await stop(server);
  await test("after the killed imports file and audit chain are whole", async () => mustBeWhole(program, copy));
}
