// Lunr: every word required; filters are the page's, since it has none.
import { classic, firstThatPass } from "../page.js";

let lunr;

export default {
  async start() {
    await classic("/npm/lunr/lunr.js");
    lunr = window.lunr;
  },
  build(texts) {
    const builder = new lunr.Builder();
    builder.tokenizer = (text) => text.split(" ").map((word) => new lunr.Token(word, {}));
    builder.ref("id");
    builder.field("text");
    texts.forEach((text, id) => builder.add({ id, text }));
    return builder.build();
  },
  dump: (index) => JSON.stringify(index),
  restore: (bytes) => lunr.Index.load(JSON.parse(new TextDecoder().decode(bytes))),
  ask(index, query) {
    const found = index.query((asked) => {
      query.words.forEach((word, at) => {
        const last = query.typing && at === query.words.length - 1;
        asked.term(word, {
          presence: lunr.Query.presence.REQUIRED,
          usePipeline: false,
          wildcard: last ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE,
          ...(query.typo && { editDistance: 1 }),
        });
      });
    });
    const total = query.publisher === null ? found.length : undefined;
    return { ids: firstThatPass(query, found.map(({ ref }) => Number(ref))), total };
  },
};
