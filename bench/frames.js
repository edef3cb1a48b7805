// Runs in the window; see network.ts.

/** Clicks an entry of the sidebar and answers the milliseconds until the frame after the one in which its drawing stands. */
globalThis.timeOpening = (name) =>
  new Promise((resolve) => {
    const button = [...document.querySelectorAll('nav button')].find((each) => each.textContent === name);
    const begun = performance.now();
    button.click();
    const look = () => {
      if (document.querySelector('[data-drawn]')) requestAnimationFrame(() => resolve(performance.now() - begun));
      else requestAnimationFrame(look);
    };
    look();
  });

/** Milliseconds between so many frames from now on. */
globalThis.idleFrames = async (count) => {
  const times = [];
  let last = performance.now();
  while (times.length < count) {
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  return times;
};

/** Milliseconds between frames, from `recordFrames()` on. */
globalThis.frameTimes = [];
globalThis.recordFrames = () => {
  let last = performance.now();
  const record = () => {
    const now = performance.now();
    frameTimes.push(now - last);
    last = now;
    requestAnimationFrame(record);
  };
  requestAnimationFrame(record);
};
