// Pagefind: its index is files beside the page, built by its own program; a search fetches what it needs of them.
import { FIRST } from "../page.js";

let pagefind;

export default {
  columns: false,
  async start() {
    pagefind = await import("/pagefind/pagefind.js");
  },
  async restore() {
    await pagefind.init();
    return pagefind;
  },
  ask: (_, { words, phrase }) => pagefind.search(phrase ? `"${words.join(" ")}"` : words.join(" ")),
  async told(_, { results }) {
    const shown = await Promise.all(results.slice(0, FIRST).map((result) => result.data()));
    return { ids: shown.map(({ raw_url, url }) => Number((raw_url ?? url).split("/").at(-2))), total: results.length };
  },
};
