/**
 * Runs in the page: for every key that is pressed while `recordKeys(name)` is on, the time from its press to the end of
 * the frame that came of it; and tasks of more than 50 ms. Plain JavaScript, because it is sent to the page as it stands.
 */
const keyTimes = (globalThis.keyTimes = {});
const longTasks = (globalThis.longTasks = []);
let recorded = null;

globalThis.recordKeys = (name) => {
  recorded = name;
  if (name !== null) keyTimes[name] ??= [];
};

addEventListener(
  'keydown',
  ({ timeStamp, key }) => {
    if (recorded === null || ['Control', 'Meta', 'Shift', 'Alt'].includes(key)) return;
    const into = keyTimes[recorded];
    requestAnimationFrame(() => {
      // subtle: this message comes after the frame has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => into.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  },
  true,
);

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longTasks.push(duration);
}).observe({ type: 'longtask' });

/** The words of the page's editor. */
const words = () => document.querySelector('article [role="textbox"], body > [contenteditable="true"]');

/** Puts the caret at the end of the last words of a block, in sight, and resolves when the page has nothing left to do. */
globalThis.placeCaret = async (place) => {
  const blocks = [...words().children];
  const near = (from, fits) => [...blocks.slice(from), ...blocks].find(fits);
  const is = (name) => (block) => block.localName === name && block.textContent.trim() !== '';
  const chips = '[data-citation], sup';
  const block = {
    start: () => near(0, is('p')),
    middle: () => near(Math.floor(blocks.length / 2), is('p')),
    end: () => blocks.findLast(is('p')),
    cited: () =>
      near(Math.floor(blocks.length / 3), (each) => is('p')(each) && each.querySelectorAll(chips).length > 2),
    list: () => near(Math.floor(blocks.length / 2), (each) => ['ul', 'ol'].includes(each.localName)),
  }[place]();
  block.scrollIntoView({ block: 'center' });
  const texts = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest(chips)) texts.push(walker.currentNode);
  }
  const text = place === 'cited' ? texts[Math.floor(texts.length / 2)] : texts.at(-1);
  words().focus({ preventScroll: true });
  getSelection().collapse(text, place === 'cited' ? Math.floor(text.length / 2) : text.length);
  await idle();
};

const idle = () =>
  new Promise((resolve) => {
    requestIdleCallback(() => requestAnimationFrame(() => requestIdleCallback(resolve)));
  });

/**
 * Runs `open`, and tells when the text stood painted in the window. subtle: "painted" is the end of the frame in which the last block is there.
 */
globalThis.timeOpening = (open, blocks) =>
  new Promise((resolve) => {
    const begun = performance.now();
    open();
    const look = () => {
      if ((words()?.childElementCount ?? 0) < blocks) return void requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve({ begun, painted: performance.now() - begun });
      port2.postMessage(null);
    };
    look();
  });

/** Resolves, with the time since `begun`, in the frame that shows a text. */
globalThis.timeUntil = (begun, fits) =>
  new Promise((resolve) => {
    const look = () => (fits() ? resolve(performance.now() - begun) : requestAnimationFrame(look));
    look();
  });

/** Puts the caret before the first words of the text at once, whatever else the page does. */
globalThis.caretAtStart = () => {
  const text = document.createTreeWalker(words().querySelector('p'), NodeFilter.SHOW_TEXT).nextNode();
  words().focus({ preventScroll: true });
  getSelection().collapse(text, 0);
};
globalThis.firstWords = () => words().querySelector('p').textContent.slice(0, 40);
