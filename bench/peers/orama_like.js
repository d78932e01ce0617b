// What Orama and its fork have in common. Both keep the documents themselves beside the index.
import { FIRST, columns, lines } from "../page.js";

const distinct = (text) => (typeof text === "string" ? [...new Set(text.split(" "))] : [text]);

/** `value` in parts that are short enough for a string each, with where in it each belongs. */
function* parts(value, path = []) {
  const plain = value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
  if (plain && path.length < 4 && Object.keys(value).length <= 32 && typeof value.toJSON !== "function") {
    if (path.length > 0) yield [path, {}];
    for (const key of Object.keys(value)) yield* parts(value[key], [...path, key]);
  } else if (value !== undefined) {
    yield [path, value];
  }
}

/** What `parts` took apart, from the bytes of a path and a value a line. */
function joined(bytes) {
  const whole = {};
  let path;
  for (const line of lines(bytes)) {
    const value = JSON.parse(line);
    if (path === undefined) {
      path = value;
      continue;
    }
    const last = path.pop();
    path.reduce((at, key) => at[key], whole)[last] = value;
    path = undefined;
  }
  return whole;
}

export function like({ create, insert, search, save, load }, words) {
  const made = () =>
    create({
      schema: { text: "string", publisher: "enum", day: "number" },
      sort: { enabled: false },
      components: { tokenizer: { language: "english", normalizationCache: new Map(), tokenize: distinct } },
    });
  const filters = ({ publisher, from, to }) => ({
    publisher: { eq: columns.publishers[publisher] },
    day: { between: [from, to] },
  });
  return {
    build(texts) {
      const db = made();
      texts.forEach((text, id) => {
        const publisher = columns.publishers[columns.publisher[id]];
        // What is not known is left out: neither takes null.
        const known = { ...(publisher && { publisher }), ...(columns.day[id] !== null && { day: columns.day[id] }) };
        insert(db, { id: String(id), text, ...known });
      });
      return db;
    },
    dump: (db) => [...parts(save(db))].map(([path, value]) => `${JSON.stringify(path)}\n${JSON.stringify(value)}\n`),
    restore(bytes) {
      const db = made();
      load(db, joined(bytes));
      return db;
    },
    ask(db, query) {
      return search(db, {
        term: query.words.join(" "),
        properties: ["text"],
        threshold: 0,
        limit: FIRST,
        tolerance: query.typo ? 1 : 0,
        ...words(query),
        ...(query.publisher !== null && { where: filters(query) }),
      });
    },
    told: (_, { hits, count }) => ({ ids: hits.map(({ id }) => Number(id)), total: count }),
  };
}
