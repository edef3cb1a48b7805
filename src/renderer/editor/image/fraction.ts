/** A width that a document can hold: a tenth of the text to all of it, in steps that a person can make again. */
export function fraction(width: number): number {
  return Math.round(Math.min(1, Math.max(0.1, width)) * 20) / 20;
}
