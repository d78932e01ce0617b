// Opens a Chromium a peer, builds, restores and asks in turn, and writes what was measured: `node drive.mjs PLAN`.
//
// A plan is what `crates/xtask/src/bench/search/drive.rs` writes. Every peer has a server of its own, so that the
// bytes it asks for are known, and a browser of its own, so that its memory is. Nothing is judged here.
// The plan says how many seconds there are: who has turns left shares what is left of them.
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

const begin = performance.now();
/** Milliseconds until the run has to end. */
const left = () => plan.budget * 1000 - (performance.now() - begin);
/** How many peers are not ready yet. */
let waiting = plan.peers.length;
/** The seconds that a peer may take to be built, dumped or opened: what is left of building, for all that are left. */
const patience = () => Math.max(30, Math.min(plan.limit, (2 * (left() / 1000 - plan.budget * ASKING)) / waiting));
const say = (line) => {
  const seconds = Math.round((performance.now() - begin) / 1000);
  process.stderr.write(`   ${String(Math.floor(seconds / 60)).padStart(2)}:${String(seconds % 60).padStart(2, "0")} ${line}\n`);
};
const why = (error) => String(error?.message ?? error).split("\n")[0].slice(0, 160);
const isOurs = (peer) => peer in plan.engines;
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** Where the file of the request `path` of `peer` lies. */
function file(peer, path) {
  const [, first, ...rest] = normalize(decodeURIComponent(path)).split("/");
  if (first === "npm") {
    const name = rest[0].startsWith("@") ? rest.splice(0, 2).join("/") : rest.shift();
    return join(plan.npm[name] ?? "/nowhere", ...rest);
  }
  if (first === "dump") return dumpOf(peer);
  if (first === "engine.wasm") return plan.engines[peer];
  const dir = { bench: plan.bench, made: plan.made, pagefind: plan.pagefind }[first];
  return join(dir ?? "/nowhere", ...rest);
}

const dumpOf = (peer) => (isOurs(peer) ? plan.pack : join(plan.out, `${peer}.dump`));

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

/** A browser of its own with the page of `peer`; `call` runs a function of `window.bench`, and stops it when it is late. */
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
    const devtools = await page.createCDPSession();
    tab.call = async (name, args, seconds) => {
      let timer;
      const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Late(`took more than ${Math.round(seconds)} s`)), seconds * 1000);
      });
      const work = page.evaluate((name, args) => window.bench[name](...args), name, args);
      work.catch(() => {});
      try {
        return await Promise.race([work, late, gone]);
      } catch (error) {
        if (error instanceof Late) {
          const end = devtools.send("Runtime.terminateExecution").then(() => work).catch(() => {});
          await Promise.race([end, gone, new Promise((on) => setTimeout(on, 10_000))]);
        }
        throw error;
      } finally {
        clearTimeout(timer);
      }
    };
    return tab;
  } catch (error) {
    await close();
    throw error;
  }
}

/** Something took longer than it may. */
class Late extends Error {}

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
async function pagefindFiles(size, limit) {
  rmSync(plan.pagefind, { recursive: true, force: true });
  const service = await import(pathToFileURL(join(plan.npm.pagefind, "lib/index.js")));
  const texts = (await readFile(join(plan.made, "texts.txt"), "utf8")).split("\n").slice(0, size);
  const start = performance.now();
  const { index, errors } = await service.createIndex({ includeCharacters: "'" });
  if (!index) throw new Error(errors.join("; "));
  try {
    const late = () => {
      if (performance.now() - start > limit * 1000) throw new Late(`took more than ${Math.round(limit)} s`);
    };
    // Its program takes many at a time; one after the other would be waiting for messages.
    for (let from = 0; from < texts.length; from += 64) {
      const some = texts.slice(from, from + 64);
      const added = await Promise.all(some.map((content, at) => index.addCustomRecord({
        url: `/d/${from + at}/`, content, language: "en", meta: { title: String(from + at) },
      })));
      const wrong = added.find(({ errors }) => errors.length > 0);
      if (wrong) throw new Error(wrong.errors.join("; "));
      late();
    }
    let timer;
    const end = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Late(`took more than ${Math.round(limit)} s`)), limit * 1000 - (performance.now() - start));
    });
    const written = await Promise.race([index.writeFiles({ outputPath: plan.pagefind }), end]).finally(() => clearTimeout(timer));
    if (written.errors.length > 0) throw new Error(written.errors.join("; "));
    return performance.now() - start;
  } finally {
    await Promise.race([service.close(), new Promise((on) => setTimeout(on, 5000))]).catch(() => {});
  }
}

/** Builds `peer` over `size` documents; milliseconds, and the tab with it where it is in one. */
async function built(peer, size, limit) {
  if (peer === "pagefind") return { ms: await pagefindFiles(size, limit) };
  const tab = await open(peer);
  try {
    await tab.call("start", [peer], 60);
    return { ms: (await tab.call("build", [size], limit)).ms, tab };
  } catch (error) {
    await tab.close();
    throw error;
  }
}

/** Builds `peer` over as many of the documents as it can, halving; what was tried in vain is kept. */
async function build(peer, result) {
  const limit = patience();
  // What takes too long even if time grows no faster than the number of documents is not waited for.
  let least = 0;
  if (plan.documents >= 8 * PROBE) {
    try {
      const { ms, tab } = await built(peer, PROBE, limit);
      await tab?.close();
      least = ms / PROBE;
      say(`${peer}: ${PROBE} documents built in ${seconds(ms)}`);
    } catch (error) {
      say(`${peer}: ${PROBE} documents: ${why(error)}`);
    }
  }
  for (let size = plan.documents; size >= 1; size = Math.floor(size / 2)) {
    result.size = size;
    if (least * size > limit * 1000) {
      result.failed.push({ size, why: `more than ${Math.round(limit)} s: ${PROBE} documents take ${seconds(least * PROBE)}` });
      continue;
    }
    try {
      const { ms, tab } = await built(peer, size, limit);
      result.build = ms;
      say(`${peer}: ${size} documents built in ${seconds(ms)}`);
      return tab;
    } catch (error) {
      result.failed.push({ size, why: why(error) });
      say(`${peer}: ${size} documents: ${why(error)}`);
    }
  }
  throw new Error("no number of documents fits");
}

/** A fresh tab with what was kept of `peer` opened, and asked once: how long fetching, opening and that took. */
async function restored(peer, limit) {
  const tab = await open(peer);
  try {
    const { ms: start } = await tab.call("start", [peer], 60);
    const { fetched, ms: load, head, before } = await tab.call("restore", [], limit);
    const { bytes, requests } = tab.server.sent;
    const boot = before ? { bytes: bytes - before, requests: requests - 2 } : { bytes, requests };
    const { ms } = await tab.call("ask", [[queries.classes.keystroke.warm[0]], limit * 1000], limit);
    return { tab, start, fetched, load, head, boot, first: ms[0] };
  } catch (error) {
    await tab.close();
    throw error;
  }
}

/** A tab with the index ready, restored where it could be dumped, else the one in which it was built. */
async function ready(peer, result) {
  const limit = patience();
  let tab;
  if (isOurs(peer)) result.size = plan.documents;
  else tab = await build(peer, result);
  if (peer === "crossfilter") return tab;
  try {
    if (tab) result.dumped = (await tab.call("dump", [], limit)).bytes;
    const times = [];
    let last;
    // What opens at once is opened five times, since chance is a large part of it.
    do {
      await last?.tab.close();
      last = await restored(peer, limit);
      times.push(last);
    } while (times.length < TIMES && last.fetched + last.load < QUICK);
    for (const name of ["start", "fetched", "load", "head", "first"]) {
      result[name] = times.map((one) => one[name]).sort((a, b) => a - b)[Math.floor(times.length / 2)];
    }
    result.boot = last.boot;
    await tab?.close();
    say(`${peer}: opened in ${seconds(result.load)}`);
    return last.tab;
  } catch (error) {
    if (!tab) throw error;
    result.kept = why(error);
    say(`${peer}: not restored: ${why(error)}`);
    try {
      await tab.call("wasm", [], 30);
      return tab;
    } catch {
      // What was built is gone with its tab.
      await tab.close();
      return (await built(peer, result.size, limit)).tab;
    }
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

/** The documents over which a peer is built first, to know whether it is worth to try all. */
const PROBE = 2500;
/** The share of the time that is kept for asking. */
const ASKING = 0.45;
/** What opens in so many milliseconds is quick. */
const QUICK = 2000;

/** How often something quick is opened. */
const TIMES = 5;
/** The seconds that a single answer may take beyond the time of its class. */
const PATIENCE = 10;
/** The memory that must be there before a peer is built, in bytes: a tab may take four gigabytes. */
const ROOM = 5 * 2 ** 30;

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

/** The bytes of memory that the machine has to give. */
const available = () => Number(/^MemAvailable:\s+(\d+)/m.exec(readFileSync("/proc/meminfo", "utf8"))?.[1] ?? Infinity) * 1024;

for (const peer of plan.peers) {
  try {
    if (available() < ROOM) throw new Error(`expected ${ROOM / 2 ** 30} GB of free memory beside the other tabs, found less`);
    tabs.set(peer, await ready(peer, results[peer]));
  } catch (error) {
    results[peer].stopped = why(error);
    say(`${peer}: ${why(error)}`);
  }
  waiting -= 1;
}

/** Asks `peer`; a tab that ends is out of all that follows, one that is late is only late. */
async function ask(peer, work) {
  try {
    await work(tabs.get(peer));
  } catch (error) {
    say(`${peer}: ${why(error)}`);
    if (error instanceof Late) return;
    results[peer].stopped = why(error);
    await tabs.get(peer)?.close();
    tabs.delete(peer);
  }
}

const can = (peer, kind) => peer !== "crossfilter" && (plan.cannot[peer] ?? []).every((not) => not !== kind);
const kinds = Object.keys(queries.classes);
/** What the brush is moved for, with how many rows, and whether over the time of events: Dateline also with the rows that a
    page lists beside the counts, and as the page's own brush is moved. */
const OURS = [["brush", 0, false], ["brushHappened", 0, true], ["brushRows", 20, false]];
const brushes = (peer) => (!plan.brushes.includes(peer) ? [] : isOurs(peer) ? OURS : OURS.slice(0, 1));
/** How many classes and brushes are still to be asked when `rounds` are. */
const turns = (rounds) =>
  rounds * [...tabs.keys()].reduce((all, peer) => all + brushes(peer).length + kinds.filter((kind) => can(peer, kind)).length, 0);
/** The milliseconds that a peer may take for a class now: what is left is for all that is left. */
const turn = (rest) => Math.max(100, Math.min(plan.seconds * 1000, left() / Math.max(1, rest)));

/** What the call `name` of `tab` gives; where it had to be stopped, what was done until then. */
async function answered(tab, name, args, seconds) {
  try {
    return await tab.call(name, args, seconds);
  } catch (error) {
    if (!(error instanceof Late)) throw error;
    say(`${tab.peer}: an answer ${why(error)}`);
    const run = await tab.call("asked", [], 30);
    if (isOurs(tab.peer)) {
      // A module that was stopped in the middle of an answer gives no other.
      await tab.close();
      tabs.set(tab.peer, (await restored(tab.peer, 60)).tab);
    }
    return run;
  }
}

/** Has `tab` answer `asked` for so many milliseconds. */
const answers = (tab, asked, limit) => answered(tab, "ask", [asked, limit], limit / 1000 + PATIENCE);

const chromium = (await [...tabs.values()][0]?.browser.version()) ?? "";
let blank = 0;
/** Writes what is known until now: a run that is ended early can be reported all the same. */
const keep = () => writeFileSync(join(plan.out, "measured.json"), JSON.stringify({ chromium, blank, peers: results }));

say("asking for the first time");
for (const [kind, { warm }] of Object.entries(queries.classes)) {
  for (const peer of shuffled([...tabs.keys()], chance).filter((peer) => can(peer, kind))) {
    await ask(peer, (tab) => answers(tab, warm, turn(turns(plan.rounds) * 2)));
  }
}
for (let round = 0; round < plan.rounds; round += 1) {
  let rest = turns(plan.rounds - round);
  for (const kind of shuffled(kinds, chance)) {
    for (const peer of shuffled([...tabs.keys()], chance).filter((peer) => can(peer, kind))) {
      await ask(peer, async (tab) => {
        const before = { ...tab.server.sent };
        const run = await answers(tab, queries.classes[kind].rounds[round], turn(rest));
        const { bytes, requests } = tab.server.sent;
        results[peer].runs.push({ kind, round, ...run, bytes: bytes - before.bytes, requests: requests - before.requests });
      });
      rest -= 1;
    }
  }
  for (const peer of shuffled([...tabs.keys()], chance)) {
    for (const [key, rows, happened] of brushes(peer)) {
      await ask(peer, async (tab) => {
        const moves = queries.moves[round].map(({ days }) => days);
        const limit = turn(rest);
        const run = await tab.call("brush", [queries.brushed, moves, rows, happened, limit], limit / 1000 + PATIENCE);
        (results[peer][key] ??= []).push({ round, ...run });
      });
      rest -= 1;
    }
  }
  say(`round ${round + 1} of ${plan.rounds} done`);
  keep();
}
// What tabs share is divided among them, so an empty one is weighed beside them, not before.
const empty = await open("");
blank = (await memory(empty)).resident;
for (const peer of [...tabs.keys()]) {
  await ask(peer, async (tab) => {
    results[peer].memory = await memory(tab);
  });
}
await empty.close();
for (const peer of [...tabs.keys()].filter(isOurs)) {
  await ask(peer, async (tab) => {
    const run = await answered(tab, "hostile", [queries.hostile, 60_000], 60 + PATIENCE);
    results[peer].hostile = run.ms;
  });
}
keep();
for (const tab of tabs.values()) await tab.close();
