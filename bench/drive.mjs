// Opens a Chromium a peer, builds, restores and asks in turn, and writes what was measured: `node drive.mjs PLAN`.
//
// A plan is what `crates/xtask/src/bench/search/drive.rs` writes. Every peer has a server of its own, so that the
// bytes it asks for are known, and a browser of its own, so that its memory is. Nothing is judged here.
import { createServer } from "node:http";
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { default: puppeteer } = await import(pathToFileURL(join(plan.npm["puppeteer-core"], "lib/puppeteer/puppeteer-core.js")));

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-default-apps", "--disable-extensions", "--disable-sync", "--disable-quic", "--mute-audio",
  // A tab that is not looked at is as fast as one that is.
  "--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows",
  "--js-flags=--max-old-space-size=4096",
];

const say = (line) => process.stderr.write(`   ${line}\n`);
const why = (error) => String(error?.message ?? error).split("\n")[0].slice(0, 160);

/** Where the file of the request `path` of `peer` lies. */
function file(peer, path) {
  const [, first, ...rest] = normalize(decodeURIComponent(path)).split("/");
  if (first === "npm") {
    const name = rest[0].startsWith("@") ? rest.splice(0, 2).join("/") : rest.shift();
    return join(plan.npm[name] ?? "/nowhere", ...rest);
  }
  if (first === "dump") return dumpOf(peer);
  if (first === "engine.wasm") return plan.engine;
  const dir = { bench: plan.bench, made: plan.made, pagefind: plan.pagefind }[first];
  return join(dir ?? "/nowhere", ...rest);
}

const dumpOf = (peer) => (peer === "dateline" ? plan.pack : join(plan.out, `${peer}.dump`));

/** A server for `peer` that counts what it sends, and isolates its page, so that the clock is fine. */
async function serve(peer) {
  const sent = { bytes: 0, requests: 0 };
  const server = createServer(async (request, response) => {
    const path = file(peer, new URL(request.url, "http://x").pathname);
    try {
      if (request.method === "POST") {
        await pipeline(request, createWriteStream(dumpOf(peer)));
        response.end();
        return;
      }
      const { size } = statSync(path);
      response.writeHead(200, {
        "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
        "Content-Length": size,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cache-Control": "no-cache",
      });
      sent.requests += 1;
      sent.bytes += size;
      await pipeline(createReadStream(path), response);
    } catch {
      if (!response.headersSent) response.writeHead(404);
      response.end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { sent, url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** A browser of its own with the page of `peer`; `call` runs a function of `window.bench`. */
async function open(peer) {
  const profile = mkdtempSync(join(tmpdir(), "dateline-bench-"));
  const server = await serve(peer);
  const browser = await puppeteer.launch({
    executablePath: plan.chromium, headless: true, args: FLAGS, userDataDir: profile, protocolTimeout: 0,
  });
  const { pid } = browser.process();
  opened.add(pid);
  const close = async () => {
    await Promise.race([browser.close(), new Promise((late) => setTimeout(late, 5000))]).catch(() => {});
    try { process.kill(pid, "SIGKILL"); } catch { /* It has ended. */ }
    opened.delete(pid);
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const [page] = await browser.pages();
    const gone = new Promise((_, reject) => {
      page.on("error", () => reject(new Error("the tab crashed: out of memory")));
      browser.on("disconnected", () => reject(new Error("the browser ended")));
    });
    gone.catch(() => {});
    await page.goto(`${server.url}/bench/page.html`);
    await page.waitForFunction("window.bench !== undefined", { timeout: 30000 });
    if (!(await page.evaluate("crossOriginIsolated"))) throw new Error("expected an isolated page, found a coarse clock");
    const tab = { peer, page, browser, server, close };
    tab.call = (name, args, seconds) => {
      let timer;
      const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`took more than ${seconds} s`)), seconds * 1000);
      });
      const work = page.evaluate((name, args) => window.bench[name](...args), name, args);
      work.catch(() => {});
      return Promise.race([work, late, gone]).finally(() => clearTimeout(timer));
    };
    return tab;
  } catch (error) {
    await close();
    throw error;
  }
}

/** The memory of a tab after a collection: its process's share as the system counts it, and what of it is whose. */
async function memory({ page, browser, call }) {
  const devtools = await page.createCDPSession();
  for (let times = 0; times < 2; times += 1) await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  const system = await browser.target().createCDPSession();
  const { processInfo } = await system.send("SystemInfo.getProcessInfo");
  const shares = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, "utf8"))[1]) * 1024;
    } catch {
      return 0;
    }
  });
  return { resident: Math.max(0, ...shares), heap: usedSize, wasm: await call("wasm", [], 30) };
}

/** Pagefind's files, made by its own program. */
async function pagefindFiles(size) {
  const service = await import(pathToFileURL(join(plan.npm.pagefind, "lib/index.js")));
  const texts = (await readFile(join(plan.made, "texts.txt"), "utf8")).split("\n").slice(0, size);
  const start = performance.now();
  const { index, errors } = await service.createIndex({ includeCharacters: "'" });
  if (!index) throw new Error(errors.join("; "));
  for (const [id, content] of texts.entries()) {
    await index.addCustomRecord({ url: `/d/${id}/`, content, language: "en", meta: { title: String(id) } });
  }
  await index.writeFiles({ outputPath: plan.pagefind });
  const ms = performance.now() - start;
  await service.close();
  return ms;
}

/** Builds `peer` over as many of the documents as it can, halving; what was tried in vain is kept. */
async function build(peer, result) {
  for (let size = plan.documents; size >= 1; size = Math.floor(size / 2)) {
    let tab;
    try {
      result.size = size;
      if (peer === "dateline") return;
      if (peer === "pagefind") {
        result.build = await pagefindFiles(size);
        return;
      }
      tab = await open(peer);
      await tab.call("start", [peer], 60);
      result.build = (await tab.call("build", [size], plan.limit)).ms;
      if (peer === "crossfilter") return;
      try {
        const { ms, bytes } = await tab.call("dump", [], plan.limit);
        Object.assign(result, { dump: ms, dumped: bytes });
      } catch (error) {
        result.kept = why(error);
      }
      return;
    } catch (error) {
      result.failed.push({ size, why: why(error) });
      say(`${peer}: ${size} documents: ${why(error)}`);
    } finally {
      await tab?.close();
    }
  }
  throw new Error("no number of documents fits");
}

/** A tab with the index ready, restored where it could be dumped, else built. */
async function ready(peer, result) {
  const tab = await open(peer);
  try {
    result.start = (await tab.call("start", [peer], 60)).ms;
    if (peer === "crossfilter" || result.kept) {
      result.build = (await tab.call("build", [result.size], plan.limit)).ms;
    } else {
      const { fetched, ms } = await tab.call("restore", [], plan.limit);
      Object.assign(result, { fetched, load: ms });
    }
    result.boot = { ...tab.server.sent };
    return tab;
  } catch (error) {
    await tab.close();
    throw error;
  }
}

/** `of` in an order that `chance` decides. */
function shuffled(of, chance) {
  const order = [...of];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = chance() % (at + 1);
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}

// Whatever goes wrong here, no browser is left behind.
const opened = new Set();
process.on("exit", () => {
  for (const pid of opened) {
    try { process.kill(pid, "SIGKILL"); } catch { /* It has ended. */ }
  }
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

let seed = plan.seed >>> 0;
const chance = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 8;

const queries = JSON.parse(readFileSync(join(plan.made, "queries.json"), "utf8"));
const results = Object.fromEntries(plan.peers.map((peer) => [peer, { failed: [], runs: [] }]));
const tabs = new Map();

for (const peer of plan.peers) {
  try {
    await build(peer, results[peer]);
    say(`${peer}: built over ${results[peer].size} documents`);
    tabs.set(peer, await ready(peer, results[peer]));
  } catch (error) {
    results[peer].stopped = why(error);
    say(`${peer}: ${why(error)}`);
  }
}

/** Asks `peer`; a tab that stops is out of all that follows. */
async function ask(peer, work) {
  try {
    await work(tabs.get(peer));
  } catch (error) {
    results[peer].stopped = why(error);
    say(`${peer}: ${why(error)}`);
    await tabs.get(peer)?.close();
    tabs.delete(peer);
  }
}

const can = (peer, kind) => peer !== "crossfilter" && (plan.cannot[peer] ?? []).every((not) => not !== kind);

for (const [kind, { warm }] of Object.entries(queries.classes)) {
  for (const peer of shuffled([...tabs.keys()], chance).filter((peer) => can(peer, kind))) {
    await ask(peer, async (tab) => {
      const { ms } = await tab.call("ask", [warm, plan.seconds * 1000], plan.seconds * 3);
      results[peer].first ??= ms[0];
    });
  }
}
for (let round = 0; round < plan.rounds; round += 1) {
  for (const kind of shuffled(Object.keys(queries.classes), chance)) {
    for (const peer of shuffled([...tabs.keys()], chance).filter((peer) => can(peer, kind))) {
      await ask(peer, async (tab) => {
        const before = { ...tab.server.sent };
        const asked = queries.classes[kind].rounds[round];
        const run = await tab.call("ask", [asked, plan.seconds * 1000], plan.seconds * 3 + 30);
        const { bytes, requests } = tab.server.sent;
        results[peer].runs.push({ kind, round, ...run, bytes: bytes - before.bytes, requests: requests - before.requests });
      });
    }
  }
  for (const peer of shuffled([...tabs.keys()], chance).filter((peer) => plan.brushes.includes(peer))) {
    await ask(peer, async (tab) => {
      const moves = queries.moves[round];
      const run = await tab.call("brush", [queries.brushed, moves.map(({ days }) => days)], plan.seconds * 3 + 30);
      (results[peer].brush ??= []).push({ round, ...run });
    });
  }
  say(`round ${round + 1} of ${plan.rounds} done`);
}
// What tabs share is divided among them, so an empty one is weighed beside them, not before.
const empty = await open("");
const blank = (await memory(empty)).resident;
for (const peer of [...tabs.keys()]) {
  await ask(peer, async (tab) => {
    results[peer].memory = await memory(tab);
  });
}
await empty.close();
const version = await [...tabs.values()][0]?.browser.version();
for (const tab of tabs.values()) await tab.close();
writeFileSync(join(plan.out, "measured.json"), JSON.stringify({ chromium: version ?? "", blank, peers: results }));
