// What a person waits for in a browser: the first screen cold, the script it takes, and the longest task while a long list scrolls.
import { createRequire } from "node:module";
import { join } from "node:path";

const { chromium } = createRequire(join(process.cwd(), "package.json"))("playwright-core");
const [url, slug] = process.argv.slice(2);
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });

const { accounts } = await (await fetch(`${url}/${slug}/api/demo-accounts`)).json();
const office = accounts.find((a) => a.role === "dx_office");
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function page() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "ja-JP" });
  const answer = await context.request.post(`${url}/${slug}/api/session`, { data: { login: office.login, password: office.password } });
  if (!answer.ok()) throw new Error(`sign-in: ${answer.status()}`);
  const opened = await context.newPage();
  const devtools = await context.newCDPSession(opened);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await devtools.send("Network.enable");
  return { opened, devtools, context };
}

const readable = [];
let script = 0;
for (let i = 0; i < 3; ++i) {
  const { opened, devtools, context } = await page();
  script = 0;
  const kinds = new Map();
  devtools.on("Network.responseReceived", (e) => kinds.set(e.requestId, e.type));
  devtools.on("Network.loadingFinished", (e) => {
    if (kinds.get(e.requestId) === "Script") script += e.encodedDataLength;
  });
  const began = performance.now();
  await opened.goto(`${url}/${slug}/`, { waitUntil: "commit" });
  await opened.locator("main h1").first().waitFor();
  readable.push(performance.now() - began);
  await context.close();
}

const { opened, context } = await page();
await opened.goto(`${url}/${slug}/staff`);
await opened.locator("main tbody tr").nth(5).waitFor();
const longest = await opened.evaluate(async () => {
  let worst = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { worst = Math.max(worst, entry.duration); })).observe({ entryTypes: ["longtask"] });
  const box = [...document.querySelectorAll("*")].find((e) => e.scrollHeight > e.clientHeight + 2000 && getComputedStyle(e).overflowY !== "visible") ?? document.scrollingElement;
  for (let i = 0; i < 60; ++i) {
    box.scrollTop += 400;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 16)));
  }
  return worst;
});
await context.close();
await browser.close();
console.log(JSON.stringify({ readable: median(readable), script, longest }));
