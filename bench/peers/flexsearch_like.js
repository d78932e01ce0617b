// What FlexSearch's two indexes have in common: `Index`, cache off, asked for ids alone.
import { Index } from "/npm/flexsearch/dist/flexsearch.bundle.module.min.mjs";
import { FIRST, firstThatPass, lines } from "../page.js";

export function like(tokenize) {
  const made = () => new Index({ tokenize, cache: false, encode: (text) => text.split(" ") });
  return {
    build(texts) {
      const index = made();
      texts.forEach((text, id) => index.add(id, text));
      return { index, size: texts.length };
    },
    async dump({ index, size }) {
      const parts = [`${size}\n`];
      await index.export((key, data) => {
        if (data) parts.push(`${key}\n${data}\n`);
      });
      return parts;
    },
    async restore(bytes) {
      const [size, ...parts] = lines(bytes);
      const index = made();
      for (let at = 0; at + 1 < parts.length; at += 2) await index.import(parts[at], parts[at + 1]);
      return { index, size: Number(size) };
    },
    ask({ index, size }, query) {
      const text = query.words.join(" ");
      if (query.publisher === null) return { ids: index.search(text, { limit: FIRST }) };
      return { ids: firstThatPass(query, index.search(text, { limit: size })) };
    },
  };
}
