// What is put into the page before its own scripts: it sees when things are painted, which tasks
// are long, and what is written to the storage. It runs in the page, so it uses nothing from here.

export function probe(today) {
  const shift = new Date(today).getTime() - Date.now();
  const RealDate = Date;
  window.Date = class extends RealDate {
    constructor(...parts) {
      if (parts.length === 0) super(RealDate.now() + shift);
      else super(...parts);
    }
    static now() {
      return RealDate.now() + shift;
    }
  };

  const bench = { shownAt: null, tasks: [], units: 0, memory: null };
  window.bench = bench;

  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) bench.tasks.push(task.duration);
  }).observe({ type: 'longtask', buffered: true });

  const setItem = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, text) {
    bench.units += key.length + text.length;
    return setItem.call(this, key, text);
  };

  for (const name of ['instantiate', 'instantiateStreaming']) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await real.apply(WebAssembly, given);
      bench.memory = (made.instance ?? made).exports.memory;
      return made;
    };
  }

  /** Calls back when the frame that is next has been handed over for painting. */
  const afterPaint = (then) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(null);
    });

  new MutationObserver((_, observer) => {
    if (!document.querySelector('[data-testid="verdict"]')) return;
    observer.disconnect();
    afterPaint((now) => (bench.shownAt = now));
  }).observe(document, { childList: true, subtree: true });

  const holds = ({ selector, attribute, is, isNot }) => {
    const found = document.querySelector(selector);
    if (attribute === undefined) return (found !== null) === (is ?? true);
    const value = found?.getAttribute(attribute);
    return isNot === undefined ? value === is : value !== undefined && value !== isNot;
  };

  /** The time from the next input of a type to the first painted frame that shows what is expected. */
  bench.timed = (type, expected) =>
    new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`never seen: ${JSON.stringify(expected)}`)), 30_000);
      const heard = (event) => {
        const look = () =>
          afterPaint((now) => (expected.every(holds) ? resolve(now - event.timeStamp) : look()));
        look();
      };
      addEventListener(type, heard, { capture: true, once: true });
    });
}
