import { CommonplaceError } from '../../../shared/result';
import type { OpenBlock } from '../builder';
import { cleanText } from '../clean';
import { decodeBytes } from '../encoding';
import type { OfficeContent } from '../office/document';
import { fieldLink, makesContents } from '../office/links';
import { plainStyle, type Note, type TextStyle } from '../office/model';
import type { Properties } from '../office/properties';
import { meaningOf, styledBlock, type StyleMeaning } from '../office/style-names';
import { symbolText } from '../office/symbols';
import { codePageOf, encodingOf, symbolCharset } from './code-pages';
import { OpenFlow } from './flow';
import { ListNumbers } from './lists';
import { Tokens, type Token } from './tokens';

/** Somewhere that text goes which is not to be read: a name, a property, an instruction. */
interface Sink {
  text: string;
}

interface Font extends Sink {
  codePage: number | undefined;
  isSymbol: boolean;
}

interface Style extends Sink {
  number: number | null;
  outline: number | undefined;
  basedOn: number | undefined;
}

interface Field extends Sink {
  visible: boolean;
}

interface ParagraphState {
  style: number;
  outline: number | undefined;
  inTable: boolean;
  list: number;
  level: number;
}

/** What is in force between two braces. A group begins with what was in force around it, and leaves nothing behind. */
interface Group {
  /** Where text goes: to the flow, into a sink, or nowhere. */
  sink: Sink | 'flow' | 'nowhere';
  /** Whether this is inside a table of fonts or styles or among the properties, where words mean something else. */
  table: 'fonts' | 'styles' | 'properties' | null;
  style: Style | null;
  field: Field | null;
  font: number;
  look: TextStyle;
  hidden: boolean;
  /** How many characters stand for each that \u gives. */
  substitutes: number;
  paragraph: ParagraphState;
  onClose?: () => void;
}

const noParagraph: ParagraphState = { style: 0, outline: undefined, inTable: false, list: 0, level: 0 };
const deepestNesting = 2000;
const longestSink = 4000;

const characters: Record<string, string> = {
  '{': '{',
  '}': '}',
  '\\': '\\',
  '~': '\u00A0',
  '-': '\u00AD',
  _: '\u2011',
  tab: ' ',
  emdash: '—',
  endash: '–',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  zwj: '\u200D',
  zwnj: '\u200C',
  ltrmark: '\u200E',
  rtlmark: '\u200F',
};
/** Groups without a star whose text is none of the document's. */
const skipped = new Set(
  'colortbl filetbl revtbl rsidtbl listtable listoverridetable header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn xe tc txe rxe comment nonshppict nonesttables shprslt objdata annotation atnid atnauthor mmath'.split(
    ' ',
  ),
);
/** Groups that programs may ignore, and that this one does not. */
const understood = new Set('fldinst shpinst shppict picprop footnote ud company'.split(' '));
const propertyWords: Record<string, keyof Properties> = {
  title: 'title',
  author: 'creator',
  company: 'company',
  doccomm: 'description',
};

/** Reads a Rich Text Format file. @throws CommonplaceError `unreadable` for one nested deeper than people write */
export function readRtf(bytes: Uint8Array): OfficeContent {
  return new RtfReader(bytes).read();
}

class RtfReader {
  readonly #tokens: Tokens;
  readonly #groups: Group[] = [];
  #group: Group = {
    sink: 'flow',
    table: null,
    style: null,
    field: null,
    font: -1,
    look: plainStyle,
    hidden: false,
    substitutes: 1,
    paragraph: noParagraph,
  };
  readonly #fonts = new Map<number, Font>();
  readonly #styles = new Map<number, Style>();
  readonly #properties = new Map<keyof Properties, Sink>();
  readonly #lists = new ListNumbers();
  #flow = new OpenFlow();
  #codePage = 1252;
  #defaultFont = -1;
  /** Bytes of text not decoded yet: a character may take two. */
  #bytes: number[] = [];
  /** Characters to pass over, because \u gave them already. */
  #substitutes = 0;
  #starred = false;
  #shapeName = '';
  #notes = 0;
  #hasTrackedChanges = false;

  constructor(bytes: Uint8Array) {
    this.#tokens = new Tokens(bytes);
  }

  read(): OfficeContent {
    for (let token = this.#tokens.next(); token.type !== 'end'; token = this.#tokens.next()) this.#take(token);
    this.#decode();
    const warnings = this.#groups.length > 0 ? ['The file is cut short. What is there was read.'] : [];
    while (this.#groups.length > 0) this.#close();
    if (!this.#flow.isEmpty) this.#endParagraph();
    if (this.#hasTrackedChanges) {
      warnings.push('The document has tracked changes. It was read with all of them accepted.');
    }
    const stated = [...this.#properties].map(([name, { text }]) => [name, cleanText(text).text.trim()]);
    return { nodes: this.#flow.finish(), properties: Object.fromEntries(stated) as Properties, warnings };
  }

  #take(token: Token): void {
    if (this.#substitutes > 0 && (token.type === 'byte' || token.type === 'word')) {
      this.#substitutes -= 1;
      if (token.name === 'bin' && token.type === 'word') this.#tokens.skip(token.value ?? 0);
      return;
    }
    if (token.type === 'byte') {
      if (this.#group.sink !== 'nowhere') this.#bytes.push(token.byte);
      this.#starred = false;
      return;
    }
    this.#substitutes = 0;
    this.#decode();
    if (token.type === 'open') this.#open();
    else if (token.type === 'close') this.#close();
    else {
      const starred = this.#starred;
      this.#starred = false;
      this.#word(token.name, token.value, starred);
    }
  }

  #open(): void {
    if (this.#groups.length >= deepestNesting) {
      throw new CommonplaceError(
        'unreadable',
        'The file is nested too deeply to be read. Open it in the program it comes from, save it again, and import that.',
      );
    }
    this.#groups.push(this.#group);
    this.#group = { ...this.#group, onClose: undefined };
    if (this.#group.table !== 'styles') return;
    const style: Style = { text: '', number: 0, outline: undefined, basedOn: undefined };
    this.#group.style = style;
    this.#group.sink = style;
    this.#group.onClose = () => {
      if (style.number !== null) this.#styles.set(style.number, style);
    };
  }

  #close(): void {
    const outer = this.#groups.pop();
    if (!outer) return;
    this.#group.onClose?.();
    this.#group = outer;
  }

  #word(name: string, value: number | undefined, starred: boolean): void {
    if (name === '*') this.#starred = true;
    else if (name === 'bin') this.#tokens.skip(value ?? 0);
    else if (skipped.has(name) || (starred && !understood.has(name))) this.#tokens.skipGroup();
    else if (
      !this.#tableWord(name, value) &&
      !this.#destination(name) &&
      !this.#paragraphWord(name, value) &&
      !this.#characterWord(name, value)
    ) {
      this.#documentWord(name, value);
    }
  }

  /** Words of the tables of fonts and styles, and of the properties. */
  #tableWord(name: string, value: number | undefined): boolean {
    const group = this.#group;
    if (group.table === 'fonts') {
      if (name === 'f') {
        const font: Font = { text: '', codePage: undefined, isSymbol: false };
        this.#fonts.set(value ?? 0, font);
        group.sink = font;
        group.font = value ?? 0;
      }
      const font = this.#fonts.get(group.font);
      if (font && name === 'fcharset') {
        font.codePage = codePageOf(value ?? 0);
        font.isSymbol = value === symbolCharset;
      }
      if (font && name === 'cpg' && value !== undefined) font.codePage = value;
      return true;
    }
    if (group.table === 'styles' && group.style) {
      if (name === 's') group.style.number = value ?? 0;
      else if (name === 'cs' || name === 'ds' || name === 'ts') group.style.number = null;
      else if (name === 'sbasedon') group.style.basedOn = value;
      else if (name === 'outlinelevel') group.style.outline = value;
      return true;
    }
    const property = group.table === 'properties' ? propertyWords[name] : undefined;
    if (property === undefined) return false;
    const sink = { text: '' };
    this.#properties.set(property, sink);
    group.sink = sink;
    return true;
  }

  /** Words that say what a group is for. */
  #destination(name: string): boolean {
    const group = this.#group;
    switch (name) {
      case 'fonttbl':
        group.table = 'fonts';
        group.sink = 'nowhere';
        return true;
      case 'stylesheet':
        group.table = 'styles';
        group.sink = 'nowhere';
        return true;
      case 'info':
        group.table = 'properties';
        group.sink = 'nowhere';
        return true;
      case 'pict':
      case 'picprop':
      case 'shpinst':
      case 'sp':
        group.sink = 'nowhere';
        return true;
      case 'upr':
        group.sink = group.sink === 'flow' ? 'nowhere' : group.sink;
        return true;
      case 'ud':
        // The same text again, in Unicode: it takes the other's place.
        group.sink = this.#groups.at(-2)?.sink ?? 'flow';
        return true;
      case 'field':
        group.field = { text: '', visible: group.sink === 'flow' };
        return true;
      case 'fldinst':
        group.sink = group.field ?? 'nowhere';
        return true;
      case 'fldrslt':
        this.#fieldResult(group);
        return true;
      case 'listtext':
      case 'pntext': {
        const label = { text: '' };
        group.sink = label;
        group.onClose = () => (this.#flow.label = label.text.trim());
        return true;
      }
      case 'footnote':
        this.#note(group);
        return true;
      case 'shptxt': {
        const outer = this.#beginFlow(group);
        group.onClose = () => outer.box(this.#endFlow(outer));
        return true;
      }
      case 'sn':
      case 'sv':
        this.#shapeProperty(group, name);
        return true;
      default:
        return false;
    }
  }

  #fieldResult(group: Group): void {
    const instruction = group.field?.text ?? '';
    const link = fieldLink(instruction);
    group.sink = group.field?.visible && !makesContents(instruction) ? 'flow' : 'nowhere';
    if (link !== null) group.look = { ...group.look, href: link };
  }

  #note(group: Group): void {
    const outer = this.#beginFlow(group);
    const note: Note = { mark: '', nodes: [] };
    outer.add({ type: 'note', note });
    group.onClose = () => {
      // A number is printed where the program counts; a star or the like is text already.
      const counted = outer.noteNumber || this.#flow.noteNumber;
      note.nodes = this.#endFlow(outer);
      if (counted) note.mark = String((this.#notes += 1));
      outer.noteNumber = false;
    };
  }

  #beginFlow(group: Group): OpenFlow {
    const outer = this.#flow;
    this.#flow = new OpenFlow();
    Object.assign(group, { sink: 'flow', field: null, look: plainStyle, hidden: false, paragraph: noParagraph });
    return outer;
  }

  #endFlow(outer: OpenFlow) {
    if (!this.#flow.isEmpty) this.#endParagraph();
    const nodes = this.#flow.finish();
    this.#flow = outer;
    return nodes;
  }

  /** Of what is said about shapes and pictures, the description. */
  #shapeProperty(group: Group, part: 'sn' | 'sv'): void {
    const sink = { text: '' };
    group.sink = sink;
    group.onClose = () => {
      if (part === 'sn') this.#shapeName = sink.text.trim();
      else if (this.#shapeName === 'wzDescription') {
        this.#flow.add({ type: 'image', description: cleanText(sink.text).text });
      }
    };
  }

  #paragraphWord(name: string, value: number | undefined): boolean {
    const group = this.#group;
    const set = (change: Partial<ParagraphState>) => {
      group.paragraph = { ...group.paragraph, ...change };
      return true;
    };
    switch (name) {
      case 'pard':
        group.paragraph = noParagraph;
        return true;
      case 's':
        return set({ style: value ?? 0 });
      case 'outlinelevel':
        return set({ outline: value });
      case 'intbl':
        return set({ inTable: true });
      case 'itap':
        return set({ inTable: (value ?? 0) > 0 });
      case 'ls':
        return set({ list: value ?? 0 });
      case 'ilvl':
        return set({ level: value ?? 0 });
      case 'par':
      case 'sect':
      case 'nestcell':
        if (group.sink === 'flow') this.#endParagraph();
        return true;
      case 'cell':
        if (group.sink !== 'flow') return true;
        group.paragraph = { ...group.paragraph, inTable: true };
        this.#endParagraph();
        this.#flow.endCell();
        return true;
      case 'row':
        if (group.sink === 'flow') this.#flow.endRow();
        return true;
      default:
        return false;
    }
  }

  #characterWord(name: string, value: number | undefined): boolean {
    const group = this.#group;
    const look = (change: Partial<TextStyle>) => {
      group.look = { ...group.look, ...change };
      return true;
    };
    switch (name) {
      case 'b':
        return look({ strong: value !== 0 });
      case 'i':
        return look({ emphasis: value !== 0 });
      case 'super':
        return look({ position: value === 0 ? '' : 'superscript' });
      case 'sub':
        return look({ position: value === 0 ? '' : 'subscript' });
      case 'nosupersub':
        return look({ position: '' });
      case 'plain':
        group.look = { ...plainStyle, href: group.look.href };
        group.font = this.#defaultFont;
        group.hidden = false;
        return true;
      case 'v':
        group.hidden = value !== 0;
        return true;
      case 'deleted':
        group.hidden = value !== 0;
        this.#hasTrackedChanges = true;
        return true;
      case 'revised':
        this.#hasTrackedChanges = true;
        return true;
      case 'f':
        group.font = value ?? 0;
        return true;
      default:
        return false;
    }
  }

  #documentWord(name: string, value: number | undefined): void {
    const group = this.#group;
    switch (name) {
      case 'u':
        this.#put(String.fromCharCode((value ?? 0x3f) & 0xffff));
        this.#substitutes = group.substitutes;
        break;
      case 'uc':
        group.substitutes = Math.max(0, Math.min(100, value ?? 1));
        break;
      case 'ansicpg':
        // 0 and 1 are what some programs write for none.
        if (value !== undefined && value > 1) this.#codePage = value;
        break;
      case 'mac':
        this.#codePage = 10000;
        break;
      case 'deff':
        this.#defaultFont = value ?? 0;
        group.font = this.#defaultFont;
        break;
      case 'line':
      case 'lbr':
      case 'softline':
      case 'page':
      case 'column':
        if (group.sink === 'flow') this.#flow.add({ type: 'line-break' });
        break;
      case 'chftn':
        if (group.sink === 'flow') this.#flow.noteNumber = true;
        break;
      default:
        if (Object.hasOwn(characters, name)) this.#put(characters[name] ?? '');
    }
  }

  /** Decodes the bytes of text that have come since anything else, in the code page of their font. */
  #decode(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    const font = this.#group.table === 'fonts' ? undefined : this.#fonts.get(this.#group.font);
    if (font?.isSymbol) this.#put(Array.from(bytes, (byte) => symbolText(font.text, byte)).join(''));
    else this.#put(decodeBytes(bytes, encodingOf(font?.codePage ?? this.#codePage)));
  }

  #put(text: string): void {
    const { sink, hidden, look } = this.#group;
    if (sink === 'flow') {
      if (!hidden) this.#flow.text(text, look);
    } else if (sink !== 'nowhere' && sink.text.length < longestSink) sink.text += text;
  }

  #endParagraph(): void {
    const { paragraph } = this.#group;
    const meaning = this.#meaningOf(paragraph);
    const { label } = this.#flow;
    const item: OpenBlock | null =
      label !== null || paragraph.list > 0 ? this.#lists.item(label ?? '', paragraph.list, paragraph.level) : null;
    if (meaning?.kind === 'contents') return this.#flow.discard();
    const role = meaning && 'role' in meaning ? meaning.role : undefined;
    this.#flow.paragraph({ block: styledBlock(meaning, item), role }, paragraph.inTable);
  }

  /** By the paragraph's own outline level, by the name of its style or one that that is based on, by their levels. */
  #meaningOf({ style, outline }: ParagraphState): StyleMeaning | null {
    let level = outline;
    let known = this.#styles.get(style);
    for (let steps = 0; known && steps < 20; steps += 1) {
      const meaning = level === undefined ? meaningOf(known.text.split(';')[0] ?? '') : null;
      if (meaning) return meaning;
      level ??= known.outline;
      known = known.basedOn === undefined ? undefined : this.#styles.get(known.basedOn);
    }
    return level !== undefined && level >= 0 && level < 9 ? { kind: 'heading', level: Math.min(6, level + 1) } : null;
  }
}
