// Draws with each library in turn, then moves Dateline's page by hand, and writes what was measured: `node drive.mjs PLAN`.
//
// A plan is what `crates/xtask/src/bench/timeline.rs` writes. Every drawing has a page of its own in one Chromium. What a
// frame takes is read from a trace of the page's own thread, in processor time where the trace tells it, so that a busy
// machine changes little. Nothing is judged here.
import { createServer } from "node:http";
import { createReadStream, readFileSync, rmSync, mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { frames, workers } from "./trace.mjs";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { default: puppeteer } = await import(pathToFileURL(join(plan.npm["puppeteer-core"], "lib/puppeteer/puppeteer-core.js")));

const TYPES = {
  ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml",
  ".woff2": "font/woff2", ".webmanifest": "application/manifest+json",
};
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-default-apps", "--disable-extensions", "--disable-sync", "--disable-quic", "--mute-audio",
  "--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows",
];
const SIZE = { width: 1440, height: 900 };
const begin = performance.now();
const say = (line) => process.stderr.write(`   ${((performance.now() - begin) / 1000).toFixed(0).padStart(4)} s ${line}\n`);
const pause = (ms) => new Promise((on) => setTimeout(on, ms));

/** Where the file of a request lies: the libraries, what draws with them, and below /site/ the page. */
function file(path) {
  const [, first, ...rest] = normalize(decodeURIComponent(path)).split("/");
  if (first === "npm") return join(plan.npm[rest.shift()] ?? "/nowhere", ...rest);
  if (first === "bench") return join(plan.bench, ...rest);
  return join(plan.site, ...(rest.join("/") === "" ? ["index.html"] : rest));
}

const server = createServer(async (request, response) => {
  const path = file(new URL(request.url, "http://x").pathname);
  try {
    response.writeHead(200, { "Content-Type": TYPES[extname(path)] ?? "application/octet-stream", "Content-Length": statSync(path).size });
    await pipeline(createReadStream(path), response);
  } catch {
    if (!response.headersSent) response.writeHead(404);
    response.end();
  }
});
await new Promise((on) => server.listen(0, "127.0.0.1", on));
const url = `http://127.0.0.1:${server.address().port}`;
const profile = mkdtempSync(join(tmpdir(), "dateline-bench-"));
const browser = await puppeteer.launch({ executablePath: plan.chromium, headless: true, args: FLAGS, userDataDir: profile, protocolTimeout: 0 });
const { pid } = browser.process();
// Whatever goes wrong here, no browser is left behind.
process.on("exit", () => {
  try { process.kill(pid, "SIGKILL"); } catch { /* It has ended. */ }
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

const median = (of) => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)];
const late = (ms) => new Promise((_, off) => setTimeout(() => off(new Error(`more than ${ms / 1000} s`)), ms).unref());

async function open(address) {
  const page = await browser.newPage();
  await page.setViewport(SIZE);
  await page.goto(address, { waitUntil: "load", timeout: 0 });
  return page;
}

/** Milliseconds to the first drawing of `count` events with `library`, the median of some pages. */
async function first(library, count, times, limit) {
  const taken = [];
  for (let time = 0; time < times; time += 1) {
    const page = await open(`${url}/bench/draw.html`);
    try {
      await page.waitForFunction(() => window.prepare);
      await page.evaluate((...of) => window.prepare(...of), library, count);
      taken.push(await Promise.race([page.evaluate(() => window.draw()), late(limit)]));
    } catch (error) {
      say(`${library}, ${count}: ${error.message}`);
      return { library, count, why: error.message };
    } finally {
      await Promise.race([page.close(), pause(3000)]);
    }
  }
  say(`${library}, ${count}: ${median(taken).toFixed(0)} ms`);
  return { library, count, ms: median(taken), times: taken.length };
}

/** Called in the page: when each frame was seen in which the drawing was another one. */
function watch() {
  window.drawn = [];
  const see = () => {
    const drawing = document.getElementById("drawing");
    if (!drawing) return requestAnimationFrame(see);
    const frame = () => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.drawn.push(performance.now());
      port2.postMessage(0);
    });
    frame();
    new MutationObserver(frame).observe(drawing.parentElement, { childList: true, subtree: true, attributes: true });
  };
  document.addEventListener("DOMContentLoaded", see);
}

const measured = { chromium: await browser.version(), draws: [], page: null, moves: [] };
const keep = () => writeFileSync(plan.out, JSON.stringify(measured));
for (const { library, count, times, limit } of plan.draws) {
  measured.draws.push(await first(library, count, times, limit * 1000));
  keep();
}

/** Dateline's page, opened so often: milliseconds from its request to the first frame with the drawing. */
async function opened() {
  const page = await browser.newPage();
  await page.setViewport(SIZE);
  await page.evaluateOnNewDocument(watch);
  await page.goto(`${url}/site/${plan.windows[0].fragment}`, { timeout: 0 });
  await page.waitForFunction(() => window.drawn.length > 0, { timeout: 0, polling: 50 });
  const ms = await page.evaluate(() => window.drawn[0]);
  await page.waitForFunction(() => document.querySelector("#results .row") && !document.querySelector(".page.waiting"), { timeout: 0, polling: 100 });
  await pause(1500);
  return { page, ms };
}
const opens = [];
let page;
for (let time = 0; time < plan.opens; time += 1) {
  await page?.close();
  const one = await opened();
  page = one.page;
  opens.push(one.ms);
}
say(`the page: ${median(opens).toFixed(0)} ms`);

/** From the press of a button to the frame that shows another drawing. */
async function again(label) {
  return page.evaluate(async (label) => {
    const button = [...document.querySelectorAll(".moves button")].find((b) => (b.ariaLabel ?? b.textContent) === label);
    const { length } = window.drawn;
    const start = performance.now();
    button.click();
    while (window.drawn.length === length && performance.now() - start < 5000) await new Promise((on) => setTimeout(on, 1));
    return (window.drawn[length] ?? NaN) - start;
  }, label);
}
const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "devtools.timeline.frame", "v8", "toplevel"];
/** What the page's thread did while `work` went on, by frame. */
async function traced(work) {
  const path = join(tmpdir(), `dateline-bench-${process.pid}.json`);
  await page.tracing.start({ path, categories: CATEGORIES });
  await work();
  await pause(300);
  await page.tracing.stop();
  const { traceEvents } = JSON.parse(readFileSync(path, "utf8"));
  rmSync(path);
  return { ...frames(traceEvents), engine: workers(traceEvents) };
}
const redraws = [];
const own = [];
const engine = [];
for (let time = 0; time < 9; time += 1) {
  await again(time % 2 ? "Zoom in" : "Zoom out");
  await pause(400);
  const done = await traced(async () => redraws.push(await again("Fit")));
  own.push(done.work.reduce((all, ms) => all + ms, 0));
  engine.push(done.engine);
  await pause(400);
}
const says = await page.evaluate(() => document.querySelector("#says, [role=status]")?.textContent.trim() ?? "");
measured.page = { opened: median(opens), again: median(redraws), own: median(own), engine: median(engine), says };
say(`drawn again: ${median(redraws).toFixed(1)} ms, ${median(own).toFixed(1)} its own, ${median(engine).toFixed(1)} its engine's`);
keep();

const box = async (selector) => page.evaluate((selector) => {
  const { left, top, width, height } = document.querySelector(selector).getBoundingClientRect();
  return { left, top, width, height };
}, selector);
const HANDS = {
  /** Dragging the drawing to and fro. */
  async pan(until) {
    const { left, top, width, height } = await box("#drawing");
    const [x, y] = [left + width / 2, top + height / 3];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 0; performance.now() < until; step += 1) {
      await page.mouse.move(x + 300 * Math.sin(step / 30), y);
      await pause(8);
    }
    await page.mouse.up();
  },
  /** The wheel with Ctrl, closer and farther off. */
  async zoom(until) {
    const { left, top, width, height } = await box("#drawing");
    await page.mouse.move(left + width * 0.6, top + height / 3);
    await page.keyboard.down("Control");
    for (let step = 0; performance.now() < until; step += 1) {
      await page.mouse.wheel({ deltaY: step % 24 < 12 ? -100 : 100 });
      await pause(25);
    }
    await page.keyboard.up("Control");
  },
  /** A range drawn over the strip, wider and narrower. */
  async brush(until) {
    const { left, top, width, height } = await box("#overview");
    const [x, y] = [left + width * 0.4, top + height * 0.6];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 0; performance.now() < until; step += 1) {
      await page.mouse.move(x + width * (0.2 + 0.15 * Math.sin(step / 30)), y);
      await pause(8);
    }
    await page.mouse.up();
  },
};
for (const window of plan.windows) {
  for (const [hand, move] of Object.entries(HANDS)) {
    await page.evaluate((fragment) => { location.hash = fragment; }, window.fragment);
    await pause(1500);
    const drawn = await page.evaluate(() => ({
      bars: (document.getElementById("drawing").dataset.bars ?? document.querySelectorAll("#drawing .density .total").length) * 1,
      marks: (document.getElementById("drawing").dataset.marks ?? document.querySelectorAll("#marks .mark").length) * 1,
    }));
    const found = await traced(() => move(performance.now() + plan.seconds * 1000));
    measured.moves.push({ window: window.name, hand, ...drawn, ...found });
    say(`${window.name} (${drawn.bars} bars, ${drawn.marks} marks), ${hand}: ${found.work.length} frames, median ${median(found.work).toFixed(1)} ms, worst ${Math.max(0, ...found.work).toFixed(1)} ms`);
    keep();
  }
}
await Promise.race([browser.close(), pause(5000)]);
server.close();
process.exit(0);
