import CSL from 'citeproc';
import type { Run } from '../../shared/citing/types';
import { isSafeUrl } from '../../shared/memo/document';

/**
 * citeproc's output as runs instead of HTML. An output format of our own brackets formatted text with Unicode
 * noncharacters, which never occur in text that is exchanged and are taken out of everything that comes in, so that
 * nothing a source or a citation says can be mistaken for markup.
 */
export const formatName = 'commonplace-runs';
const open = '\uFDD0';
const close = '\uFDD1';
const divide = '\uFDD2';
/** Round what stands upright in a title that a style makes italic; they come in with the title. */
const uprightOpen = '\uFDD3';
const uprightClose = '\uFDD4';

type Style = Omit<Run, 'text'>;
/** Each kind of bracket, and what it does to the text inside. */
const styles: Record<string, (outer: Style) => Style> = {
  i: (outer) => ({ ...outer, italic: true }),
  I: ({ italic: _, ...outer }) => outer,
  b: (outer) => ({ ...outer, bold: true }),
  B: ({ bold: _, ...outer }) => outer,
  c: (outer) => ({ ...outer, smallCaps: true }),
  C: ({ smallCaps: _, ...outer }) => outer,
  u: (outer) => ({ ...outer, underline: true }),
  U: ({ underline: _, ...outer }) => outer,
  p: (outer) => ({ ...outer, vertical: 'super' }),
  s: (outer) => ({ ...outer, vertical: 'sub' }),
  S: ({ vertical: _, ...outer }) => outer,
};

const bracket = (kind: string) => `${open}${kind}%%STRING%%${close}`;
const same = (_state: unknown, text: string) => text;
const link = (address: string, text: string) => `${open}l${address}${divide}${text}${close}`;

/** Makes the format known to citeproc; harmless to call again. */
export function registerFormat(): void {
  const html = CSL.Output.Formats['html'];
  if (!html || CSL.Output.Formats[formatName]) return;
  CSL.Output.Formats[formatName] = {
    ...html,
    text_escape: (text: string) => printable(text ?? ''),
    bibstart: '',
    bibend: '',
    '@font-style/italic': bracket('i'),
    '@font-style/oblique': bracket('i'),
    '@font-style/normal': bracket('I'),
    '@font-variant/small-caps': bracket('c'),
    '@font-variant/normal': bracket('C'),
    '@font-weight/bold': bracket('b'),
    '@font-weight/normal': bracket('B'),
    '@font-weight/light': false,
    '@text-decoration/none': bracket('U'),
    '@text-decoration/underline': bracket('u'),
    '@vertical-align/sup': bracket('p'),
    '@vertical-align/sub': bracket('s'),
    '@vertical-align/baseline': bracket('S'),
    '@cite/entry': same,
    '@bibliography/entry': same,
    '@display/block': (_state: unknown, text: string) => ` ${text} `,
    '@display/left-margin': (_state: unknown, text: string) => `${text} `,
    '@display/right-inline': same,
    '@display/indent': (_state: unknown, text: string) => ` ${text}`,
    '@showid/true': same,
    '@URL/true': (_state: unknown, text: string) => link(text, text),
    // subtle: citeproc decorates addresses with this one too; only what starts like a DOI is one.
    '@DOI/true': (_state: unknown, text: string) => link(/^10\.\d/.test(text) ? `https://doi.org/${text}` : text, text),
  };
}

/** Text without our markers and without control characters. */
export function plain(text: string): string {
  return printable(text).replace(/[\uFDD3\uFDD4]/g, '');
}

function printable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\uFDD0-\uFDD2\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '');
}

/** An item none of whose texts can be taken for our markers. */
export function withoutMarkers<T>(item: T): T {
  const json = JSON.stringify(item);
  return /[\uFDD3\uFDD4]/.test(json) ? (JSON.parse(json.replace(/[\uFDD3\uFDD4]/g, '')) as T) : item;
}

/** Words that stay upright in an italic title. */
export function upright(text: string): string {
  return uprightOpen + text + uprightClose;
}

/** citeproc's output in our format as runs: equal neighbours joined, white space runs single, ends trimmed. */
export function toRuns(output: string): Run[] {
  const runs: Run[] = [];
  const stack: Style[] = [{}];
  let position = 0;
  const push = (text: string) => {
    if (text === '') return;
    const style = stack.at(-1) ?? {};
    const last = runs.at(-1);
    if (last && sameStyle(last, style)) last.text += text;
    else runs.push({ text, ...style });
  };
  while (position < output.length) {
    const next = nextMarker(output, position);
    push(output.slice(position, next));
    if (next >= output.length) break;
    position = next + 1;
    const marker = output[next];
    if (marker === open) {
      const kind = output[position++] ?? '';
      const outer = stack.at(-1) ?? {};
      if (kind === 'l') {
        const end = output.indexOf(divide, position);
        // subtle: an address may hold brackets if a style formats it; they are not part of it.
        const address = end < 0 ? '' : output.slice(position, end).replace(/\uFDD0.|\uFDD1/gu, '');
        if (end >= 0) position = end + 1;
        stack.push(isSafeUrl(address) ? { ...outer, url: new URL(address).href } : outer);
      } else stack.push(styles[kind]?.(outer) ?? outer);
    } else if (marker === uprightOpen) stack.push(styles['I']?.(stack.at(-1) ?? {}) ?? {});
    else if ((marker === close || marker === uprightClose) && stack.length > 1) stack.pop();
  }
  return tidy(runs);
}

function nextMarker(text: string, from: number): number {
  for (let index = from; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0xfdd0 && code <= 0xfdd4) return index;
  }
  return text.length;
}

function sameStyle(run: Run, style: Style): boolean {
  return (
    run.italic === style.italic &&
    run.bold === style.bold &&
    run.smallCaps === style.smallCaps &&
    run.underline === style.underline &&
    run.vertical === style.vertical &&
    run.url === style.url
  );
}

function tidy(runs: Run[]): Run[] {
  let spaced = true; // The start counts as a space, so that leading white space goes.
  for (const run of runs) {
    run.text = run.text.replace(/[ \t\r\n]+/g, ' ');
    if (spaced) run.text = run.text.replace(/^ /, '');
    if (run.text !== '') spaced = run.text.endsWith(' ');
  }
  const kept = runs.filter((run) => run.text !== '');
  const last = kept.at(-1);
  if (last) last.text = last.text.replace(/ $/, '');
  return kept.filter((run) => run.text !== '');
}

/** The words of runs, for plain text, tests and measuring. */
export function runsText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}
