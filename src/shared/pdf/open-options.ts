/**
 * How pdf.js opens a PDF whose text alone is read: nothing of it is drawn or run, no font is loaded, nothing fetched. The
 * import and the window open it alike, so that they read the same words.
 */
export const textOnly = {
  isEvalSupported: false,
  enableXfa: false,
  useSystemFonts: false,
  disableFontFace: true,
  useWasm: false,
  useWorkerFetch: false,
  // Pictures are left out before they are decoded.
  maxImageSize: 1,
} as const;
