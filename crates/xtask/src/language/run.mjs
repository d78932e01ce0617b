// Runs the language module: node run.mjs MODULE (analyze|link) < lines > lines
//                           node run.mjs MODULE measure ROUNDS < lines, which prints the fewest seconds of a round.
import { readFileSync, writeSync } from "node:fs";

const [file, door, rounds] = process.argv.slice(2);
const module = await WebAssembly.compile(readFileSync(file));
if (WebAssembly.Module.imports(module).length > 0) throw new Error("expected a module that imports nothing");
const language = (await WebAssembly.instantiate(module, {})).exports;

// The bytes that the module answers to `bytes`; they are the module's memory, valid until it is asked again.
function ask(door, bytes) {
  const room = language.dateline_room(bytes.length) >>> 0;
  new Uint8Array(language.memory.buffer, room, bytes.length).set(bytes);
  const length = language[`dateline_${door}`]() >>> 0;
  return new Uint8Array(language.memory.buffer, language.dateline_answer() >>> 0, length);
}

function print(bytes) {
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
}

// Seconds of this thread on a processor where the system tells, else seconds on the clock.
function seconds() {
  try {
    return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e9;
  } catch {
    return performance.now() / 1e3;
  }
}

const input = readFileSync(0);
const lines = [];
for (let at = 0; at < input.length; ) {
  const end = input.indexOf(10, at);
  const next = end < 0 ? input.length : end + 1;
  lines.push(input.subarray(at, next));
  at = next;
}
if (door === "link") {
  print(ask(door, input));
} else if (door === "analyze") {
  // One line at a time, as whoever adds documents one after the other does.
  for (const line of lines) print(ask(door, line));
} else {
  let fewest = Infinity;
  for (let round = 0; round < Number(rounds); round++) {
    const start = seconds();
    for (const line of lines) ask("analyze", line);
    fewest = Math.min(fewest, seconds() - start);
  }
  console.log(fewest);
}
