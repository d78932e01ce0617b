// SQLite's FTS5 in WebAssembly: contentless, with prefix indexes; a table of columns beside it for the filters.
import init from "/npm/@sqlite.org/sqlite-wasm/dist/index.mjs";
import { FIRST, columns } from "../page.js";

let sqlite;

const quoted = (word) => `"${word.replaceAll('"', '""')}"`;

function matching({ words, typing, phrase }) {
  if (phrase) return quoted(words.join(" "));
  return words.map((word, at) => quoted(word) + (typing && at === words.length - 1 ? "*" : "")).join(" AND ");
}

function ready(db) {
  const filtered = `SELECT d.rowid FROM d JOIN c ON c.id = d.rowid
    WHERE d MATCH ?1 AND c.publisher = ?2 AND c.day BETWEEN ?3 AND ?4 ORDER BY d.rank LIMIT ${FIRST}`;
  return {
    db,
    plain: db.prepare(`SELECT rowid FROM d WHERE d MATCH ?1 ORDER BY rank LIMIT ${FIRST}`),
    filtered: db.prepare(filtered),
  };
}

export default {
  async start() {
    sqlite = await init({ print: () => {}, printErr: () => {} });
  },
  build(texts) {
    const db = new sqlite.oo1.DB(":memory:");
    db.exec(`CREATE TABLE c(id INTEGER PRIMARY KEY, publisher INTEGER, day INTEGER);
      CREATE VIRTUAL TABLE d USING fts5(text, content='', prefix='1 2 3',
        tokenize="unicode61 remove_diacritics 0 tokenchars ''''");
      BEGIN`);
    const [row, text] = [db.prepare("INSERT INTO c VALUES(?,?,?)"), db.prepare("INSERT INTO d(rowid,text) VALUES(?,?)")];
    texts.forEach((words, id) => {
      row.bind([id, columns.publisher[id], columns.day[id]]).stepReset();
      text.bind([id, words]).stepReset();
    });
    row.finalize();
    text.finalize();
    db.exec("COMMIT; INSERT INTO d(d) VALUES('optimize')");
    return ready(db);
  },
  dump: ({ db }) => sqlite.capi.sqlite3_js_db_export(db),
  restore(bytes) {
    const db = new sqlite.oo1.DB(":memory:");
    const at = sqlite.wasm.allocFromTypedArray(bytes);
    const { SQLITE_DESERIALIZE_FREEONCLOSE, SQLITE_DESERIALIZE_RESIZEABLE, sqlite3_deserialize } = sqlite.capi;
    const flags = SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE;
    db.checkRc(sqlite3_deserialize(db.pointer, "main", at, bytes.length, bytes.length, flags));
    return ready(db);
  },
  ask({ plain, filtered }, query) {
    const narrowed = query.publisher !== null;
    const statement = narrowed ? filtered : plain;
    statement.bind(narrowed ? [matching(query), query.publisher, query.from, query.to] : [matching(query)]);
    const ids = [];
    while (statement.step()) ids.push(statement.getInt(0));
    statement.reset();
    return { ids };
  },
  wasm: () => sqlite.wasm.memory.buffer.byteLength,
};
