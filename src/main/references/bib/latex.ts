import { escapeLatex } from '../../exporting/latex-escape';
import { oneLine } from '../values';
import { combining, letters, ligatures, texts } from './latex-signs';

/** Commands whose argument is set in another type, and the tag of CSL for it. */
const typefaces: Readonly<Record<string, string>> = {
  emph: 'i',
  textit: 'i',
  textsl: 'i',
  mkbibemph: 'i',
  mkbibitalic: 'i',
  textbf: 'b',
  mkbibbold: 'b',
  textsc: 'sc',
  textsuperscript: 'sup',
  mkbibsuperscript: 'sup',
  textsubscript: 'sub',
  mkbibsubscript: 'sub',
};
/** The same as switches: {\em …}. */
const switches: Readonly<Record<string, string>> = {
  em: 'i',
  it: 'i',
  itshape: 'i',
  sl: 'i',
  bf: 'b',
  bfseries: 'b',
  sc: 'sc',
  scshape: 'sc',
};
/** Commands whose argument is text like any other. */
const transparent = new Set(
  'text textrm textsf texttt textup textmd textnormal mbox hbox ensuremath mathrm mathit mathbf mathsf url path underline uppercase lowercase nocase nochangecase bibstring protect relax noopsort textlatin foreignlanguage selectlanguage'.split(
    ' ',
  ),
);
/** Commands whose first argument says how, not what. */
const withSetting = new Set(['href', 'foreignlanguage', 'textcolor', 'noopsort', 'hspace', 'vspace']);
const around: Readonly<Record<string, readonly [string, string]>> = {
  enquote: ['“', '”'],
  mkbibquote: ['“', '”'],
  mkbibparens: ['(', ')'],
};

interface Frame {
  text: string;
  /** What the group's content becomes. */
  change: (text: string) => string;
  /** Tags that switches inside it asked for. */
  faces: Set<string>;
}

const same = (text: string) => text;
const tagged = (tag: string) => (text: string) => {
  if (text === '') return '';
  return tag === 'sc' ? `<span style="font-variant:small-caps;">${text}</span>` : `<${tag}>${text}</${tag}>`;
};

const token = /\\(?:([a-z]+)\*?[ \t\n]*|([\s\S]))|([{}$^_~])|(---?|``|''|[?!]`|`)|([^\\{}$^_~`'?!-]+|[\s\S])/giu;

/** What is more than letters and harmless signs. */
const special = /[\\{}$^_~`]|--|''/u;

/**
 * TeX as text, with CSL's tags for italics, bold, small capitals and raised or lowered letters. Braces that only keep
 * capitals go. Without recursion, whatever the depth. Commands that are not known are passed over and named.
 */
export function readLatex(tex: string, unknown?: (command: string) => void): string {
  const text = special.test(tex) ? new Reader(unknown).read(tex) : tex;
  return oneLine(text).normalize('NFC');
}

class Reader {
  readonly #unknown: ((command: string) => void) | undefined;
  readonly #frames: Frame[] = [];
  #top: Frame = { text: '', change: same, faces: new Set() };
  /** A command that waits for its argument. */
  #pending: ((text: string) => string) | null = null;
  #math = false;

  constructor(unknown: ((command: string) => void) | undefined) {
    this.#unknown = unknown;
  }

  read(tex: string): string {
    for (const [, word, sign, brace, ligature, run] of tex.matchAll(token)) {
      if (word !== undefined) this.#word(word);
      else if (sign !== undefined) this.#sign(sign);
      else if (brace !== undefined) this.#brace(brace);
      else if (ligature !== undefined) this.#emit(ligatures[ligature] ?? ligature);
      else this.#run(run ?? '');
    }
    while (this.#frames.length > 0) this.#close();
    return this.#top.text;
  }

  #emit(text: string): void {
    const change = this.#pending ?? same;
    this.#pending = null;
    this.#top.text += change(text);
  }

  #close(): void {
    const { text, change, faces } = this.#top;
    this.#top = this.#frames.pop() as Frame;
    this.#pending = null;
    this.#top.text += change([...faces].reduce((inner, tag) => tagged(tag)(inner.trimStart()), text));
  }

  #brace(brace: string): void {
    if (brace === '{') {
      this.#frames.push(this.#top);
      this.#top = { text: '', change: this.#pending ?? same, faces: new Set() };
      this.#pending = null;
    } else if (brace === '}') {
      if (this.#frames.length > 0) this.#close();
    } else if (brace === '$') this.#math = !this.#math;
    else if (brace === '~') this.#emit(' ');
    else if (this.#math) this.#pending = tagged(brace === '^' ? 'sup' : 'sub');
    else this.#emit(brace);
  }

  #run(text: string): void {
    if (this.#pending === null) return this.#emit(text);
    // What waits for an argument takes one letter of a run.
    const argument = text.trimStart();
    const first = String.fromCodePoint(argument.codePointAt(0) ?? 0x20);
    this.#emit(first.trim());
    if (argument !== '') this.#emit(argument.slice(first.length));
  }

  #sign(sign: string): void {
    const mark = combining[sign];
    if (mark !== undefined) this.#pending = accent(mark, sign);
    else if ('\\,;:'.includes(sign) || /\s/u.test(sign)) this.#emit(' ');
    else if (!'-/!()[]'.includes(sign)) this.#emit(sign);
  }

  #word(word: string): void {
    const letter = letters[word] ?? texts[word];
    const mark = word.length === 1 ? combining[word] : undefined;
    const tag = typefaces[word];
    const face = switches[word];
    const pair = around[word];
    if (letter !== undefined) this.#emit(letter);
    else if (mark !== undefined) this.#pending = accent(mark);
    else if (tag !== undefined) this.#pending = tagged(tag);
    else if (face !== undefined) this.#top.faces.add(face);
    else if (pair !== undefined) this.#pending = (text) => pair[0] + text + pair[1];
    else if (withSetting.has(word)) this.#pending = () => '';
    else if (!transparent.has(word.toLowerCase())) this.#unknown?.(word);
  }
}

/** Puts a mark on the first letter of what follows it; above nothing it stands for itself. */
function accent(mark: string, alone = ''): (text: string) => string {
  return (text) => {
    if (text === '') return alone;
    const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
    const base = first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first;
    return base.trim() === '' ? text : (base + mark).normalize('NFC') + text.slice(first.length);
  };
}

/** An address or identifier as TeX: nothing in it is set, only a few signs may be escaped. */
export function readVerbatim(tex: string): string {
  return tex
    .replace(/\\url\s*\{([^{}]*)\}/gu, '$1')
    .replace(/\{?\\(?:textunderscore|_)(?:\{\})?\}?/gu, '_')
    .replace(/\\([&%#$~^{}])/gu, '$1')
    .replace(/^\{+|\}+$/gu, '')
    .trim();
}

const tags = /<(\/?)(i|b|sub|sup|sc|span)(\s[^<>]*)?>/giu;
const commands: Readonly<Record<string, string>> = {
  i: '\\textit{',
  b: '\\textbf{',
  sub: '\\textsubscript{',
  sup: '\\textsuperscript{',
  sc: '\\textsc{',
};

/** Text with CSL's tags as TeX. Nothing in it is a command but what the tags ask for, and its braces are in pairs. */
export function writeLatex(text: string): string {
  const open: string[] = [];
  const byName = !paired(text);
  let tex = '';
  let at = 0;
  for (const match of text.matchAll(tags)) {
    tex += escaped(text.slice(at, match.index), byName);
    at = match.index + match[0].length;
    const name = (match[2] ?? '').toLowerCase();
    if (match[1] === '') {
      open.push(name);
      tex += name === 'span' ? (/small-caps/u.test(match[3] ?? '') ? '\\textsc{' : '{') : (commands[name] ?? '{');
    } else if (open.at(-1) === name) {
      open.pop();
      tex += '}';
    }
  }
  return tex + escaped(text.slice(at), byName) + '}'.repeat(open.length);
}

/** Whether every brace of a text has its fellow, after it. */
function paired(text: string): boolean {
  let depth = 0;
  for (const [brace] of text.matchAll(/[{}]/gu)) if ((depth += brace === '{' ? 1 : -1) < 0) return false;
  return depth === 0;
}

/** subtle: BibTeX counts braces even where they are escaped, so those without a fellow are written by name; pandoc 2 knows no such names. */
function escaped(text: string, byName: boolean): string {
  const tex = escapeLatex(text)
    .replaceAll('{[}', '[')
    .replaceAll('{]}', ']')
    // The names of these two pandoc 2 does not know either.
    .replaceAll('\\textquotedbl{}', '{"}')
    .replace(/([?!]?)\\textasciigrave\{\}/gu, (_, mark: string) => `${mark}${mark && '{}'}\\\`{}`);
  return byName ? tex.replaceAll('\\{', '\\textbraceleft{}').replaceAll('\\}', '\\textbraceright{}') : tex;
}
