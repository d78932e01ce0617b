// Takes the pictures of docs/timeline.md: `node take.mjs PLAN`.
//
// A plan is what `crates/xtask/src/pictures.rs` writes: the site with a few articles, the site with many, where the
// packages of npm lie, and where the pictures go. Each situation is drawn by Dateline, and by each peer that can draw
// it, from the events that Dateline's own page exports as JSON; nothing of them is left out or added on the way.
import { createServer } from "node:http";
import { readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { default: puppeteer } = await import(pathToFileURL(join(plan.npm["puppeteer-core"], "lib/puppeteer/puppeteer-core.js")));
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm", ".woff2": "font/woff2", ".svg": "image/svg+xml" };
const say = (line) => process.stderr.write(`   ${line}\n`);

/** The files under `/few/`, `/many/`, `/peers/` and `/npm/PACKAGE/`. */
function file(path) {
  const [, first, ...rest] = normalize(decodeURIComponent(path)).split("/");
  if (first === "npm") {
    const name = rest[0].startsWith("@") ? rest.splice(0, 2).join("/") : rest.shift();
    return join(plan.npm[name] ?? "/nowhere", ...rest);
  }
  const dir = { few: plan.few, many: plan.many, peers: plan.peers }[first];
  return join(dir ?? "/nowhere", ...(rest.at(-1) ? rest : [...rest.slice(0, -1), "index.html"]));
}

const server = createServer(async (request, response) => {
  const path = file(new URL(request.url, "http://x").pathname);
  try {
    const body = await readFile(path);
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" });
    response.end(body);
  } catch {
    response.writeHead(404);
    response.end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const root = `http://127.0.0.1:${server.address().port}`;
const browser = await puppeteer.launch({
  executablePath: plan.chromium,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--force-color-profile=srgb", "--hide-scrollbars"],
});

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844, isMobile: true, hasTouch: true };

/** A new page of `size`, in dark colours or as for print if so. */
async function opened(url, size, { dark = false, print = false } = {}) {
  const page = await browser.newPage();
  await page.setViewport(size);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }, { name: "prefers-reduced-motion", value: "reduce" }]);
  if (print) await page.emulateMediaType("print");
  await page.goto(url, { waitUntil: "load" });
  return page;
}

const settle = (page, ms = 1200) => page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), ms);

async function take(page, name, clip) {
  await page.screenshot({ path: join(plan.out, `${name}.webp`), type: "webp", quality: 82, clip, captureBeyondViewport: false });
  say(name);
}

/** Dateline at `fragment` of the site `few` or `many`; what is done there before the picture is `act`. */
async function ours(name, site, fragment, size, options = {}) {
  const page = await opened(`${root}/${site}/#${fragment}`, size, { ...options, print: false });
  await page.waitForFunction(() => document.querySelector("#drawing") && !document.querySelector(".page.waiting"), { timeout: 120_000 });
  await settle(page);
  if (options.act) {
    await page.evaluate(options.act);
    await settle(page);
  }
  // As a browser does: the page is made for the screen's size, and printed then.
  if (options.print) await page.emulateMediaType("print");
  await take(page, name);
  await page.close();
}

/** The events of the site `few` or `many` at `fragment`, as its page exports them. */
async function events(site, fragment = "") {
  const page = await opened(`${root}/${site}/#${fragment}`, WIDE);
  await page.waitForFunction(() => document.querySelector("#drawing") && !document.querySelector(".page.waiting"), { timeout: 120_000 });
  const found = await page.evaluate(async () => {
    const kept = new Promise((done) => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { blob.text().then(done); return make(blob); };
    });
    const press = (text) => [...document.querySelectorAll("button")].find((b) => b.textContent.trim() === text).click();
    press("Export");
    await new Promise((done) => setTimeout(done, 300));
    press("Data (JSON)");
    return JSON.parse(await kept);
  });
  await page.close();
  return found.filter((event) => event.from || event.to);
}

/** The peer `peer` with `all`; `false` where it has not drawn within `seconds`. */
async function theirs(name, peer, all, size, { window, groups = false, seconds = 60, ...options } = {}) {
  const page = await opened(`${root}/peers/${peer}.html`, size, options);
  const begun = Date.now();
  const drawn = page.evaluate((all, window, groups) => globalThis.draw(all, window, groups), all, window, groups);
  const late = new Promise((done) => setTimeout(() => done("late"), seconds * 1000));
  const end = await Promise.race([drawn.then(() => "drawn"), late]);
  say(`${name}: ${all.length} events ${end} after ${Date.now() - begun} ms`);
  if (end === "drawn") {
    await settle(page, 2500);
    await take(page, name);
  }
  await page.close();
}

const few = await events("few");
const day = few.filter((event) => event.from?.slice(0, 10) === plan.day);
const window = [`${plan.day}T00:00:00`, `${plan.day}T24:00:00`];
writeFileSync(join(plan.scratch, "events.json"), JSON.stringify(few, null, 1));

await ours("five", "few", "", WIDE);
await theirs("five-timelinejs", "timelinejs", few, WIDE);
await theirs("five-vis", "vis", few, WIDE);

await ours("clocks", "few", plan.clocks, WIDE);

await ours("compare", "few", plan.compare, WIDE);
await theirs("compare-vis", "vis", few, WIDE, { groups: plan.compared });

const grow = () => [...document.querySelectorAll("button")].find((b) => b.textContent.trim() === "Show the drawing")?.click();
await ours("phone", "few", "", PHONE, { act: grow });
await theirs("phone-timelinejs", "timelinejs", few, PHONE);
await theirs("phone-vis", "vis", few, PHONE);

await ours("dark", "few", "person:%22Steve%20Witkoff%22", WIDE, { dark: true });

await ours("day", "few", `&window=${Date.parse(`${plan.day}T00:00:00Z`) / 1000}..${Date.parse(`${plan.day}T00:00:00Z`) / 1000 + 86_400}`, WIDE);
await theirs("day-timelinejs", "timelinejs", day, WIDE);
await theirs("day-vis", "vis", few, WIDE, { window });

// The page to print is made when a browser asks for it.
await ours("print", "few", "", { width: 1123, height: 720 }, { print: true, act: () => globalThis.dispatchEvent(new Event("beforeprint")) });
await theirs("print-timelinejs", "timelinejs", few, { width: 794, height: 1123 }, { print: true });
await theirs("print-vis", "vis", few, { width: 794, height: 1123 }, { print: true });

if (plan.many) {
  await ours("many", "many", "", WIDE);
  const all = await events("many");
  say(`${all.length} events with a time in the large corpus`);
  await theirs("many-timelinejs", "timelinejs", all, WIDE);
  await theirs("many-vis", "vis", all, WIDE);
  const some = all.slice(0, plan.some);
  await theirs("some-timelinejs", "timelinejs", some, WIDE);
  await theirs("some-vis", "vis", some, WIDE);
}
await browser.close();
server.close();
