/**
 * Chromium draws as soon as there is something to draw instead of waiting for the next of 60 frames a second: what is
 * measured is then the editor's own time, not where between two frames a key happened to be pressed.
 */
export const benchFlags = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

export const windowSize = { width: 1440, height: 900 };
