// Crossfilter: five dimensions (day, publisher, author, names, whether the words match), and a group a panel.
import { classic, columns, valueOf } from "../page.js";

/** How many bins the timeline has. */
const BINS = 200;

/** The names in each document, as numbers. */
let names;

export default {
  async start() {
    await classic("/npm/crossfilter2/crossfilter.min.js");
    names = await valueOf("/made/names.json");
  },
  build(texts) {
    const [first, last] = columns.day.reduce(
      ([least, most], day) => (day === null ? [least, most] : [Math.min(least, day), Math.max(most, day)]),
      [Infinity, -Infinity],
    );
    const width = Math.max(1, (last + 1 - first) / BINS);
    const records = texts.map((_, id) => ({
      id,
      day: columns.day[id] ?? -Infinity,
      publisher: columns.publisher[id] ?? -1,
      author: columns.author[id] ?? -1,
      names: names[id],
      matches: 1,
    }));
    const all = window.crossfilter(records);
    const day = all.dimension((record) => record.day);
    const groups = [
      day.group((at) => (at === -Infinity ? -1 : Math.floor((at - first) / width))),
      all.dimension((record) => record.publisher).group(),
      all.dimension((record) => record.author).group(),
      all.dimension((record) => record.names, true).group(),
    ];
    return { all, day, groups, records, texts, total: all.groupAll() };
  },
  /** The words as a dimension of their own; the filter stays while the brush moves. */
  brushing(state, { words }) {
    state.words?.dispose();
    const matches = state.texts.map((text) => {
      const own = new Set(text.split(" "));
      return words.every((word) => own.has(word)) ? 1 : 0;
    });
    state.words = state.all.dimension((record) => matches[record.id]);
    state.words.filterExact(1);
  },
  brush({ day, groups, total }, from, to) {
    day.filterRange([from, to + 1]);
    // What is on the screen is read, not only what is kept up to date.
    let read = 0;
    for (const group of groups) for (const { value } of group.all()) read += value;
    return read < 0 ? -1 : total.value();
  },
};
