// What FlexSearch's two indexes have in common: `Index`, cache off, asked for ids alone.
import { Index } from "/npm/flexsearch/dist/flexsearch.bundle.module.min.mjs";
import { FIRST, firstThatPass } from "../page.js";

export function like(tokenize) {
  const made = () => new Index({ tokenize, cache: false, encode: (text) => text.split(" ") });
  return {
    build(texts) {
      const index = made();
      texts.forEach((text, id) => index.add(id, text));
      return { index, size: texts.length };
    },
    async dump({ index, size }) {
      const lines = [`${size}\n`];
      await index.export((key, data) => {
        if (data) lines.push(`${key}\n${data}\n`);
      });
      return lines;
    },
    async restore(bytes) {
      // Line by line: all of it would be more than the longest string.
      const decoder = new TextDecoder();
      const lines = [];
      for (let start = 0; start < bytes.length; ) {
        const end = bytes.indexOf(10, start);
        lines.push(decoder.decode(bytes.subarray(start, end)));
        start = end + 1;
      }
      const index = made();
      for (let at = 1; at + 1 < lines.length; at += 2) await index.import(lines[at], lines[at + 1]);
      return { index, size: Number(lines[0]) };
    },
    ask({ index, size }, query) {
      const text = query.words.join(" ");
      if (query.publisher === null) return { ids: index.search(text, { limit: FIRST }) };
      return { ids: firstThatPass(query, index.search(text, { limit: size })) };
    },
  };
}
