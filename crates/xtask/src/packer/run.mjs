// Runs the packer as the page's worker does: node run.mjs MODULE PACK DECISIONS OUT
// It writes the new pack to OUT and prints the seconds that it took and the megabytes that this process held at most.
import { readFileSync, writeFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

const [file, pack, decisions, out] = process.argv.slice(2);
runInThisContext(readFileSync(new URL("../../../../src/platform/packer.js", import.meta.url), "utf8"));

const bytes = readFileSync(file);
const module = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
const question = [module, new Uint8Array(readFileSync(pack)), readFileSync(decisions, "utf8")];
const start = performance.now();
globalThis.postMessage = (answer) => {
  if (typeof answer === "string") throw new Error(`expected a pack, found: ${answer}`);
  const seconds = (performance.now() - start) / 1e3;
  writeFileSync(out, new Uint8Array(answer));
  console.log(`${seconds.toFixed(2)} s, ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB`);
};
await onmessage({ data: question });
