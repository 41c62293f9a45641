// A port that is taken, and a stop that finishes what it began.
import { must, mustBeOneSentence, mustEqual } from "./expect.mjs";
import { roster } from "./roster.mjs";
import { Client, copyOfData, mustBeWhole, pause, run, start, stop } from "./server.mjs";

export async function occupiedPort({ program, test }) {
  const { data } = copyOfData("port");
  const server = await start(program, data);
  await test("a port in use: one sentence that names it, exit 1, and the first server goes on", async () => {
    const { status, stderr } = run(program, ["serve", "--data", data, "--listen", `127.0.0.1:${server.port}`], { timeout: 20_000 });
    mustEqual(status, 1, "exit status");
    mustBeOneSentence(stderr, new RegExp(String(server.port)));
    must((await fetch(`http://127.0.0.1:${server.port}/api/municipalities`)).ok, "the first server is gone");
  });
  await stop(server);
}

export async function quietStop({ program, test }) {
  const copy = copyOfData("stop");
  const { data, slug } = copy;
  const server = await start(program, data);
  const client = await new Client(slug).signIn(server, "training_officer");
  await test("SIGTERM during long requests: they are answered, then the server ends with 0", async () => {
    const { login, password } = client.account;
    const signing_in = Array.from({ length: 3 }, () => client.ask(server, "POST", "/session", { login, password }));
    let half_sent;
    const begun = new Promise((resolve) => (half_sent = resolve));
    const hold = () => {
      half_sent();
      return pause(800);
    };
    const sending = client.ask(server, "PUT", "/imports/files?name=roster.csv", roster(3000), { type: "text/csv", hold });
    await begun;
    await pause(30);
    const ending = stop(server);
    const answers = await Promise.all([...signing_in, sending]);
    for (const { status } of answers) mustEqual(status, 200, "the answer to a request that had begun");
    const { code, signal } = await ending;
    mustEqual(code ?? signal, 0, "the server's end");
  });
  await test("who comes after the SIGTERM finds nobody, and the data is whole", async () => {
    mustEqual((await client.ask(server, "GET", "/me")).status, 0, "an answer of a server that has ended");
    mustBeWhole(program, copy);
  });
}
