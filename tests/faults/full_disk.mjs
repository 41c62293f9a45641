// A disk without room: writes are refused in words, reads go on, and with room again so do writes. Nothing half done.
import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Notes } from "./evidence.mjs";
import { must, mustEqual } from "./expect.mjs";
import { finished, importNow, present, roster, undoLast, upload } from "./roster.mjs";
import { atTheEnd, Client, copyOfData, mustBeWhole, root, start, stop } from "./server.mjs";

function fill(file) {
  const ballast = openSync(file, "a");
  for (let size = 1 << 20; size >= 512; ) {
    try {
      if (writeSync(ballast, Buffer.alloc(size)) < size) size >>= 1;
    } catch (error) {
      if (error.code !== "ENOSPC") throw error;
      size >>= 1;
    }
  }
  closeSync(ballast);
}

// The log may still have room inside itself: one writes until it has not.
async function writeUntilRefused(server, client, notes) {
  for (let i = 0; i < 4000; ++i) {
    const answer = await notes.write(server, client, notes.staff[i % 16]);
    if (answer.status > 299) return answer;
  }
  throw new Error("4000 writes found room on a full disk");
}

function mustSayFull(answer) {
  mustEqual(answer.status, 507, "a write on a full disk");
  mustEqual(answer.body.code, "disk_full", "its code");
  must(answer.body.message.length > 10 && answer.body.message_en.length > 10, "it says nothing to a person");
}

export async function fullDisk(around) {
  const { program, test, skip } = around;
  const disk = join(root, "small disk");
  mkdirSync(disk);
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=40m", "hagukumi-faults", disk], { encoding: "utf8" });
  if (mounted.status !== 0) return skip("a full disk", `this machine forbids mounting (${(mounted.stderr ?? String(mounted.error)).trim()})`);
  atTheEnd(() => spawnSync("umount", ["-l", disk]));
  const copy = copyOfData("town", disk);
  const ballast = join(disk, "ballast");
  const server = await start(program, copy.data);
  const client = await new Client(copy.slug).signIn(server, "training_officer");
  const notes = await Notes.of(server, client, "project");
  const importing = await upload(server, client, roster(400));
  await whileFull({ test, server, client, notes, importing, fill: () => fill(ballast) });
  rmSync(ballast);
  await withRoomAgain({ ...around, server, client, notes, copy, importing });
}

async function whileFull({ test, server, client, notes, importing, fill }) {
  await test("on a full disk a write is refused as disk_full, 507, with a sentence in both languages", async () => {
    must((await notes.write(server, client, notes.staff[0])).status < 300, "no write before the disk was full");
    fill();
    mustSayFull(await writeUntilRefused(server, client, notes));
    mustSayFull(await writeUntilRefused(server, client, notes));
  });
  await test("on a full disk reading goes on", async () => {
    for (const path of ["/me", "/staff?size=50", "/skills/map", `/staff/${notes.staff[1]}/page`]) await client.must(server, "GET", path);
    await notes.mustBeThere(server, client);
  });
  await test("on a full disk a file sent for import is refused as disk_full", async () => {
    fill();
    const answer = await client.ask(server, "PUT", "/imports/files?name=roster.csv", roster(20_000), { type: "text/csv" });
    mustSayFull(answer);
  });
  await test("on a full disk an import ends without a row, and says why", async () => {
    const asked = await client.ask(server, "POST", "/imports", importing);
    if (asked.status > 299) mustSayFull(asked);
    else {
      const job = await finished(server, client, asked.body.id);
      must(["refused", "failed"].includes(job.state), `the job says ${job.state}`);
      mustEqual(job.result?.code, "disk_full", "the job's code");
    }
    mustEqual(await present(server, client), 0, "people there");
  });
}

async function withRoomAgain({ program, test, server, client, notes, copy, importing }) {
  await test("with room again writes and imports go on without a restart", async () => {
    must((await notes.write(server, client, notes.staff[0])).status < 300, "still no write");
    await importNow(server, client, importing);
    mustEqual(await present(server, client), 400, "people there");
    await undoLast(server, client);
  });
  await test("after the full disk everything acknowledged is there, nothing refused is, and the file is whole", async () => {
    await notes.mustBeThere(server, client);
    await stop(server);
    mustBeWhole(program, copy);
  });
}
