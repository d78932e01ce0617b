// One peer in one tab: built or restored, then asked. `drive.mjs` calls what is on `window.bench`.
//
// Only what a peer does is between two readings of the clock: fetching, and looking at what was found, is outside.
// Every peer gets the same words, made by the harness, separated by spaces; no peer cuts, stems or drops any.

/** How many documents an answer lists. */
export const FIRST = 20;

let peer;
let state;
/** What was asked last, what came of it, and since when the last answer is waited for. */
let run;
let since;

const bytesOf = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
const textOf = async (path) => (await fetch(path)).text();
export const valueOf = async (path) => (await fetch(path)).json();

/** Runs the classic script at `path`, for peers that come as one. */
export const classic = (path) =>
  new Promise((done, failed) => {
    const script = Object.assign(document.createElement("script"), { src: path, onload: done });
    script.onerror = () => failed(new Error(`expected a script at ${path}, found none`));
    document.head.append(script);
  });

/** The lines of `bytes`, read one by one: all of them would be more than the longest string. */
export function* lines(bytes) {
  const decoder = new TextDecoder();
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    yield decoder.decode(bytes.subarray(start, end));
    start = end + 1;
  }
}

async function timed(work) {
  const start = performance.now();
  const made = await work();
  return { made, ms: performance.now() - start };
}

/** What every peer may use beside the text: for each document its publisher, author and day, as numbers. */
export const columns = { publishers: [], publisher: [], authors: [], author: [], day: [] };

/** Whether `document` has the publisher and the day that `query` asks for; for peers that leave filters to the page. */
export function passes(query, document) {
  if (query.publisher !== null && columns.publisher[document] !== query.publisher) return false;
  const day = columns.day[document];
  return query.from === null || (day !== null && day >= query.from && day <= query.to);
}

/** The first twenty of `ids`, the most relevant first, that pass the filters of `query`. */
export function firstThatPass(query, ids) {
  const first = [];
  for (const id of ids) {
    if (passes(query, id)) first.push(id);
    if (first.length === FIRST) break;
  }
  return first;
}

window.bench = {
  /** Loads the program of the peer `name`. */
  async start(name) {
    const { ms } = await timed(async () => {
      peer = (await import(`/bench/peers/${name}.js`)).default;
      await peer.start?.();
    });
    // Who filters by itself, or not at all, does not pay for them.
    if (peer.columns ?? true) Object.assign(columns, await valueOf("/made/columns.json"));
    return { ms };
  },

  /** Builds over the first `size` documents. */
  async build(size) {
    const texts = (await textOf("/made/texts.txt")).split("\n").slice(0, size);
    const { made, ms } = await timed(() => peer.build(texts));
    state = made;
    return { ms };
  },

  /** Writes what was built as bytes, and gives them to the server, which keeps them. */
  async dump() {
    const { made, ms } = await timed(() => peer.dump(state));
    const blob = new Blob(Array.isArray(made) ? made : [made]);
    const kept = await fetch("/dump", { method: "POST", body: blob });
    if (!kept.ok) throw new Error(`expected the server to keep the dump, found status ${kept.status}`);
    return { ms, bytes: blob.size };
  },

  /** Fetches what `dump` wrote, or what the harness made, and opens it; `head` is when it can be asked. */
  async restore() {
    if (peer.stream) return this.stream();
    const fetched = await timed(() => bytesOf("/dump"));
    const opened = await timed(() => peer.restore(fetched.made));
    state = opened.made;
    return { fetched: fetched.ms, ms: opened.ms, head: fetched.ms + opened.ms };
  },

  /**
   * The same for who opens it while it comes: what that takes beyond the bare bytes, which come before, is its own. They
   * come twice, so that neither time is that of a disk.
   */
  async stream() {
    const pieces = async () => (await fetch("/dump")).body;
    let before = 0;
    const bytes = async () => {
      for await (const piece of await pieces()) before += piece.length;
    };
    await bytes();
    const bare = await timed(bytes);
    const start = performance.now();
    let head;
    const opened = await timed(async () => peer.stream(await pieces(), () => (head = performance.now() - start)));
    state = opened.made;
    return { fetched: bare.ms, ms: opened.ms - bare.ms, head, before };
  },

  /** Asks `queries` in turn until `limit` milliseconds have passed. */
  async ask(queries, limit) {
    run = { asked: queries.length, ms: [], found: [], total: [], meant: [] };
    const end = performance.now() + limit;
    for (const query of queries) {
      if (performance.now() > end) break;
      const start = performance.now();
      since = start;
      let answer = peer.ask(state, query);
      if (answer instanceof Promise) answer = await answer;
      const ms = performance.now() - start;
      const { ids, total, meant } = (await peer.told?.(state, answer)) ?? answer;
      run.meant.push(meant ?? null);
      run.ms.push(ms);
      run.found.push(ids);
      run.total.push(total ?? null);
    }
    return run;
  },

  /** What `ask` had done when it was stopped; the answer that never came counts, as one that found nothing. */
  asked() {
    run.ms.push(performance.now() - since);
    run.found?.push([]);
    run.total?.push(null);
    run.meant?.push(null);
    return run;
  },

  /** Moves the brush over `moves`, pairs of days, with the words of `query` asked for and so many rows wanted, or with the
      numbers on the screen alone; where it `happened`, it is the time of events that is moved. */
  async brush(query, moves, rows, happened, limit) {
    const run = { ms: [], total: [], held: null };
    await peer.brushing?.(state, query);
    if (rows === 0 && peer.hold && moves.length > 0) {
      const days = moves.flat();
      const start = performance.now();
      peer.hold(state, [Math.min(...days), Math.max(...days)], moves[0], happened);
      run.held = performance.now() - start;
    }
    const end = performance.now() + limit;
    for (const [from, to] of moves) {
      if (performance.now() > end) break;
      const start = performance.now();
      const total = peer.brush(state, from, to, rows);
      run.ms.push(performance.now() - start);
      run.total.push(total);
    }
    return run;
  },

  /** Asks what nobody means well until `limit` milliseconds have passed, each once as it is typed and once as it stands:
      the slower of both. */
  async hostile(texts, limit) {
    run = { ms: [] };
    const end = performance.now() + limit;
    for (const text of texts) {
      if (performance.now() > end) break;
      const both = [true, false].map((typing) => {
        const start = performance.now();
        since = start;
        peer.ask(state, { text, typing });
        return performance.now() - start;
      });
      run.ms.push(Math.max(...both));
    }
    return run;
  },

  /** How much of the tab's memory is WebAssembly's, in bytes. */
  wasm: () => peer?.wasm?.(state) ?? 0,
};
