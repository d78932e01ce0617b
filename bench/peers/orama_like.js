// What Orama and its fork have in common. Both keep the documents themselves beside the index.
import { FIRST, columns } from "../page.js";

const distinct = (text) => (typeof text === "string" ? [...new Set(text.split(" "))] : [text]);

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
    dump: (db) => JSON.stringify(save(db)),
    restore(bytes) {
      const db = made();
      load(db, JSON.parse(new TextDecoder().decode(bytes)));
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
