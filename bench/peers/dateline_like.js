// Dateline: the engine in `bench/engine`, opened over the pack that the harness made. Its server knows which build.
const encoder = new TextEncoder();
const decoder = new TextDecoder();

let engine;

function give(bytes) {
  const at = engine.room(bytes.length);
  new Uint8Array(engine.memory.buffer, at, bytes.length).set(bytes);
}

const taken = (length) => decoder.decode(new Uint8Array(engine.memory.buffer, engine.answer(), length));

export default {
  columns: false,
  async start() {
    engine = (await WebAssembly.instantiateStreaming(fetch("/engine.wasm"))).instance.exports;
  },
  /** Opens the pack while its bytes come; `head` is called when questions can be answered, but for rows. */
  async stream(pieces, head) {
    let stage = 0;
    for await (const piece of pieces) {
      give(piece);
      const now = engine.more();
      if (now < 0) throw new Error(taken(-now));
      if (now > 0 && stage === 0) head();
      stage = now;
    }
    return engine;
  },
  /** The text of the question goes in, and is parsed inside; rows, counts and drawing stay there until they are told. */
  ask(_, { text, typing }) {
    give(encoder.encode(text));
    engine.ask(typing ? 1 : 0);
    return {};
  },
  told() {
    const { files, total, meant } = JSON.parse(taken(engine.told()));
    return { ids: files, total, meant };
  },
  brushing(_, { text }) {
    give(encoder.encode(text));
    engine.ask(0);
  },
  /** The range is taken hold of where it first stands: what is prepared then is timed apart. */
  hold(_, [first, last], [from, to], happened) {
    engine.hold(happened ? 1 : 0, first, last);
    engine.shift(from, to);
  },
  brush: (_, from, to, rows) => (rows > 0 ? engine.brush(from, to, rows) : engine.shift(from, to) >>> 0),
  wasm: () => engine.memory.buffer.byteLength,
};
