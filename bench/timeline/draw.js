// Draws so many events with one library, when `window.draw` is called: milliseconds from the call to the frame after
// the one that shows them. The events are made of their number alone, the same for everybody.

/** The event `n`: when it is, in seconds since 1970, and its row. */
const event = (n) => {
  const spread = Math.imul(n, 2654435761) >>> 0;
  return { time: 1546300800 + (spread % 157680000), row: (spread >>> 7) % 20 };
};

/** Waits until what has been changed is on the screen: the task after the next frame. */
const painted = () => new Promise((on) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = on;
  port2.postMessage(0);
}));

const style = (href) => new Promise((on, off) => {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: on, onerror: off });
  document.head.append(link);
});
const script = (src) => new Promise((on, off) => {
  document.head.append(Object.assign(document.createElement("script"), { src, onload: on, onerror: off }));
});

const LIBRARIES = {
  /** Points without a line. */
  async uplot(count) {
    await style("/npm/uplot/dist/uPlot.min.css");
    await script("/npm/uplot/dist/uPlot.iife.min.js");
    const events = Array.from({ length: count }, (_, n) => event(n)).sort((a, b) => a.time - b.time);
    const data = [events.map(({ time }) => time), events.map(({ row }) => row)];
    return (here) => new Promise((on) => {
      const points = { show: true, size: 4, fill: "#1f1d1a" };
      const options = {
        width: 1440, height: 320, legend: { show: false },
        series: [{}, { paths: () => null, points }], scales: { y: { range: [-1, 20] } },
        hooks: { ready: [on] },
      };
      new uPlot(options, data, here);
    });
  },
  /** Points, stacked or not as its own default has it, with the words that a newspaper's event has. */
  async "vis-timeline"(count) {
    await style("/npm/vis-timeline/styles/vis-timeline-graph2d.min.css");
    await script("/npm/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js");
    const items = new vis.DataSet(Array.from({ length: count }, (_, id) => (
      { id, start: new Date(event(id).time * 1000), type: "point", content: "said" }
    )));
    return (here) => new Promise((on) => {
      const timeline = new vis.Timeline(here, items, { height: 320 });
      timeline.on("changed", () => on());
    });
  },
};

/** Prepares `library` for `count` events: nothing of it is timed. */
window.prepare = async (library, count) => {
  window.drawing = await LIBRARIES[library](count);
  await painted();
};

/** Draws what was prepared. */
window.draw = async () => {
  const start = performance.now();
  await window.drawing(document.getElementById("here"));
  await painted();
  return performance.now() - start;
};
