/**
 * Runs in the page (window.ts): for every letter typed, the time from its key press to the end of the frame in which the
 * results carry its query (`data-answered`). Plain JavaScript, because it is sent to the page as it stands.
 */
const strokes = (globalThis.strokes = []);
const waiting = [];
let pressed = null;
let last = '';

// subtle: a shortcut such as Ctrl+A types nothing; its press must not become that of a letter that is on no key.
addEventListener(
  'keydown',
  ({ timeStamp, ctrlKey, metaKey }) => (pressed = ctrlKey || metaKey ? null : timeStamp),
  true,
);

addEventListener(
  'input',
  ({ target, timeStamp }) => {
    const query = target.value.trim();
    // A space asks for nothing new; letters that are on no key of the keyboard come without a press.
    if (query !== '' && query !== last) waiting.push({ query, pressed: pressed ?? timeStamp });
    last = query;
    pressed = null;
  },
  true,
);

function answered() {
  const shown = document.querySelector('[data-answered]')?.getAttribute('data-answered');
  const place = waiting.findIndex(({ query }) => query === shown);
  if (place < 0) return;
  const done = waiting.splice(0, place + 1);
  requestAnimationFrame(() => {
    // subtle: this message comes after the frame has been painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      for (const { query, pressed } of done) {
        strokes.push({ ms: performance.now() - pressed, overtaken: query !== shown });
      }
    };
    port2.postMessage(null);
  });
}

new MutationObserver(answered).observe(document, {
  subtree: true,
  attributes: true,
  attributeFilter: ['data-answered'],
});
