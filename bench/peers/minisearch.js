// MiniSearch: one field, nothing stored; AND, the last word as a prefix while typing, edit distance as documented.
import MiniSearch from "/npm/minisearch/dist/es/index.js";
import { FIRST, passes } from "../page.js";

const options = {
  fields: ["text"],
  storeFields: [],
  tokenize: (text) => text.split(" "),
  processTerm: (term) => term,
};

export default {
  build(texts) {
    const index = new MiniSearch(options);
    index.addAll(texts.map((text, id) => ({ id, text })));
    return index;
  },
  dump: (index) => JSON.stringify(index),
  restore: (bytes) => MiniSearch.loadJSON(new TextDecoder().decode(bytes), options),
  ask(index, query) {
    const found = index.search(query.words.join(" "), {
      combineWith: "AND",
      prefix: query.typing && ((_, at, terms) => at === terms.length - 1),
      fuzzy: query.typo && 0.2,
      filter: query.publisher === null ? undefined : ({ id }) => passes(query, id),
    });
    return { ids: found.slice(0, FIRST).map(({ id }) => id), total: found.length };
  },
};
