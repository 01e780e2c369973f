// bench/editor: drives the browser. Arguments: URL of the server, token of its administrator.
import { chromium } from "@playwright/test";

const [url, token] = process.argv.slice(2);
const rounds = Number(process.env.ROUNDS);
const password = "acht-bruggen-over-de-gracht";
const mail = "bench@plein.example";
const figure = (name, value) => console.log(`figure ${name}=${value}`);
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function send(method, path, body) {
  const answer = await fetch(url + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  }
  return answer.json();
}

const paragraph = {
  key: "paragraph",
  kind: "block",
  name: { en: "Paragraph" },
  fields: [{ key: "text", kind: "richText", name: { en: "Text" } }],
};
const report = {
  key: "writing",
  name: { en: "Writing" },
  titleField: "title",
  pathPattern: "/writing/{slug}",
  fields: [
    { key: "title", kind: "text", name: { en: "Title" } },
    { key: "summary", kind: "longText", name: { en: "Summary" } },
    { key: "body", kind: "richText", name: { en: "Text" } },
    { key: "blocks", kind: "blocks", name: { en: "Blocks" }, allowedBlocks: ["paragraph"] },
  ],
};
await send("POST", "/manage/v1/agencies/bench/content-types", paragraph);
await send("POST", "/manage/v1/agencies/bench/content-types", report);
const words = "Bridges over the canal are closed on Mondays, and boats go round by the lake. ".repeat(5);
const made = await send("POST", "/manage/v1/sites/bench/entries", {
  type: "writing",
  locale: "en",
  audience: "everyone",
  fields: {
    title: "Two hundred blocks",
    body: `<p>${words}</p>`.repeat(20),
    blocks: Array.from({ length: 200 }, (_, i) => ({ id: `b${i}`, type: "paragraph", fields: { text: `<p>${i}: ${words}</p>` } })),
  },
});
const member = await send("POST", "/manage/v1/agencies/bench/members", { name: "Bench", role: "publisher", mail, language: "en" });

const browser = await chromium.launch({ executablePath: process.env.PLEIN_BROWSER ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1440, height: 900 } });
const page = await context.newPage();
await page.goto(member.link);
await page.locator("input[type=password]").first().fill(password);
await page.locator("main form button").first().click();
await page.goto(`${url}/editor/`);
await page.locator("input[type=email]").fill(mail);
await page.locator("input[type=password]").fill(password);
await page.keyboard.press("Enter");
await page.locator("main h1").waitFor();

/** Milliseconds from the request until `selector` is there, with an empty cache as with a full one. */
async function until(path, selector, isCached) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const fresh = await context.newPage();
    if (!isCached) {
      const devTools = await context.newCDPSession(fresh);
      await devTools.send("Network.setCacheDisabled", { cacheDisabled: true });
    }
    const begun = performance.now();
    await fresh.goto(url + path, { waitUntil: "commit" });
    await fresh.locator(selector).first().waitFor();
    times.push(performance.now() - begun);
    await fresh.close();
  }
  return Math.round(median(times));
}

const first = await context.newPage();
const devTools = await context.newCDPSession(first);
await devTools.send("Network.enable");
await devTools.send("Network.setCacheDisabled", { cacheDisabled: true });
let bytes = 0;
const scripts = new Set();
devTools.on("Network.responseReceived", ({ requestId, response }) => response.mimeType.includes("javascript") && scripts.add(requestId));
devTools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
  bytes += scripts.has(requestId) ? encodedDataLength : 0;
});
await first.goto(`${url}/editor/`);
await first.locator("main h1").waitFor();
await first.waitForTimeout(1_000);
await first.close();
figure("first_screen_js_kb", Math.round(bytes / 1000));
figure("first_screen_ms", await until("/editor/", "main h1", false));
figure("content_ms", await until("/editor/sites/bench/content", "main table tbody tr", true));

const writing = `/editor/sites/bench/entries/${made.entry}/en`;
figure("entry_of_200_blocks_ms", await until(writing, ".ProseMirror", true));

const typing = await context.newPage();
await typing.goto(url + writing);
const text = typing.locator(".ProseMirror").first();
await text.waitFor();
await typing.waitForTimeout(2_000);
await typing.evaluate(() => {
  window.long = [];
  new PerformanceObserver((list) => window.long.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask" });
});
async function type(where) {
  await where.click();
  await typing.evaluate(() => {
    window.long.length = 0;
  });
  const delays = [];
  for (const letter of "The bridge opens again on Monday at nine. ".repeat(5)) {
    const begun = performance.now();
    await typing.keyboard.type(letter);
    delays.push(performance.now() - begun);
    await typing.waitForTimeout(40);
  }
  await typing.waitForTimeout(2_500); // the save that follows a pause is part of it
  return { longest: Math.round(Math.max(0, ...(await typing.evaluate(() => window.long)))), delay: Math.round(median(delays)) };
}
const inText = await type(text);
figure("typing_text_longest_task_ms", inText.longest);
figure("typing_text_key_ms", inText.delay);
const inTitle = await type(typing.locator("main textarea, main input[type=text]").first());
figure("typing_title_longest_task_ms", inTitle.longest);
await browser.close();
