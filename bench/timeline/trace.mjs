// What each frame of a page took on its own thread, and what its worker took, out of a trace.

/** What counts as scripting, style and layout; painting and what the browser does elsewhere do not. */
const WORK = new Set([
  "EvaluateScript", "FunctionCall", "EventDispatch", "TimerFire", "FireAnimationFrame", "FireIdleCallback", "RunMicrotasks",
  "HandlePostMessage", "v8.callFunction", "MinorGC", "MajorGC", "V8.GCScavenger", "ParseHTML", "UpdateLayoutTree", "RecalculateStyles",
  "Layout", "IntersectionObserverController::computeIntersections", "HitTest", "ScheduleStyleRecalculation", "XHRLoad",
  "ResizeObserver",
]);

/** What the workers' threads did in all, in milliseconds. */
export function workers(events) {
  const names = events.filter((e) => e.ph === "M" && e.name === "thread_name" && e.args.name.startsWith("DedicatedWorker"));
  const threads = new Set(names.map((e) => `${e.pid}/${e.tid}`));
  const tasks = events.filter((e) => e.ph === "X" && e.name === "RunTask" && threads.has(`${e.pid}/${e.tid}`));
  return tasks.reduce((all, e) => all + (e.tdur ?? e.dur ?? 0) / 1000, 0);
}

/** For each frame of the page that had any work: all of it, and the longest task in it, in milliseconds. */
export function frames(events) {
  const named = events.find((e) => e.ph === "M" && e.name === "thread_name" && e.args.name === "CrRendererMain");
  // The page that was moved is the one whose thread has done the most.
  const busy = new Map();
  for (const e of events) {
    if (e.ph === "X" && e.name === "RunTask") {
      const key = `${e.pid}/${e.tid}`;
      busy.set(key, (busy.get(key) ?? 0) + (e.tdur ?? e.dur ?? 0));
    }
  }
  const main = new Set(events.filter((e) => e.ph === "M" && e.name === "thread_name" && e.args.name === "CrRendererMain").map((e) => `${e.pid}/${e.tid}`));
  const [thread] = [...busy].filter(([key]) => main.has(key)).sort((a, b) => b[1] - a[1])[0] ?? [named && `${named.pid}/${named.tid}`];
  const own = events.filter((e) => `${e.pid}/${e.tid}` === thread).sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  // A frame is handed over when the thread has done all for it, and what follows belongs to the next one.
  const begins = own.filter((e) => e.name === "Commit").map((e) => e.ts);
  const frame = (ts) => {
    let [low, high] = [0, begins.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (begins[middle] <= ts) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const work = new Array(begins.length + 1).fill(0);
  const task = new Array(begins.length + 1).fill(0);
  let end = 0;
  for (const e of own) {
    if (e.ph !== "X" || !WORK.has(e.name) || e.ts < end) continue;
    end = e.ts + (e.dur ?? 0);
    work[frame(e.ts)] += (e.tdur ?? e.dur ?? 0) / 1000;
  }
  for (const e of own) {
    if (e.ph !== "X" || e.name !== "RunTask") continue;
    const at = frame(e.ts);
    task[at] = Math.max(task[at], (e.tdur ?? e.dur ?? 0) / 1000);
  }
  const seen = work.map((ms, at) => [ms, task[at]]).filter(([ms]) => ms > 0);
  return { work: seen.map(([ms]) => ms), task: seen.map(([, ms]) => ms) };
}
