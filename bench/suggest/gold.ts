import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ActorKind } from '../../src/shared/domain/actors';
import type { Block } from '../../src/shared/domain/sources';

/**
 * A text with what a reader marked in it. The files mark it in the text itself: `{2031-05-08|on Thursday}` is a dated event,
 * `{@Speaker|“words”}` a quotation; a quotation in several parts has the same `#number` behind its speaker. Marks may nest.
 */
export interface GoldText {
  name: string;
  style: string;
  /** Written before the rules were finished, or after them. */
  set: 'seen' | 'held-out';
  published: string;
  text: string;
  blocks: Block[];
  actors: GoldActor[];
  quotations: { speaker: string; parts: { start: number; end: number }[] }[];
  events: { date: string; start: number; end: number }[];
}

export interface GoldActor {
  kind: ActorKind;
  name: string;
  /** All its names, the first one included. */
  names: string[];
}

const folder = fileURLToPath(new URL('./texts/', import.meta.url));

/** All annotated texts, by file name. @throws Error for a file whose marks do not close */
export function readGold(): GoldText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => parseGold(name.replace(/\.txt$/u, ''), readFileSync(`${folder}${name}`, 'utf8')));
}

/** One annotated text. */
export function parseGold(name: string, file: string): GoldText {
  const [head = '', ...rest] = file.split(/^---$/mu);
  const field = (key: string) => new RegExp(`^${key}: (.*)$`, 'mu').exec(head)?.[1]?.trim() ?? '';
  const actors = Array.from(
    head.matchAll(/^(person|state|organisation|group|place): (.*)$/gmu),
    ([, kind, list]): GoldActor => {
      const names = list!.split('|').map((part) => part.trim());
      return { kind: kind as ActorKind, name: names[0]!, names };
    },
  );
  const { text, blocks, quotations, events } = unmark(name, rest.join('---').trim());
  const set = field('set') === 'held-out' ? 'held-out' : 'seen';
  return { name, style: field('style'), set, published: field('published'), text, blocks, actors, quotations, events };
}

function unmark(name: string, marked: string): Pick<GoldText, 'text' | 'blocks' | 'quotations' | 'events'> {
  let text = '';
  const blocks: Block[] = [];
  const events: GoldText['events'] = [];
  const quotations = new Map<string, GoldText['quotations'][number]>();
  for (const paragraph of marked.split(/\n\s*\n/u)) {
    const heading = /^#+ /u.exec(paragraph);
    if (text !== '') text += '\n\n';
    const start = text.length;
    const open: { label: string; start: number }[] = [];
    const source = paragraph.slice(heading?.[0].length ?? 0);
    for (let at = 0; at < source.length; at++) {
      const mark = source[at] === '{' ? /^\{([^|{}]+)\|/u.exec(source.slice(at, at + 200)) : null;
      if (mark !== null) {
        open.push({ label: mark[1]!, start: text.length });
        at += mark[0].length - 1;
      } else if (source[at] === '}' && open.length > 0) {
        const { label, start: from } = open.pop()!;
        const place = { start: from, end: text.length };
        if (!label.startsWith('@')) events.push({ date: label, ...place });
        else {
          const speaker = label.slice(1).replace(/#\d+$/u, '');
          const key = /#\d+$/u.test(label) ? label : `${label} ${from}`;
          const known = quotations.get(key);
          if (known === undefined) quotations.set(key, { speaker, parts: [place] });
          else known.parts.push(place);
        }
      } else text += source[at];
    }
    if (open.length > 0) throw new Error(`${name}: a mark is not closed in “${source.slice(0, 60)}…”`);
    blocks.push({ kind: heading === null ? 'paragraph' : 'heading', start, end: text.length, spans: [] });
  }
  return { text, blocks, quotations: [...quotations.values()], events };
}
