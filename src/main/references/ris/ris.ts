import type { ImportedReferences, Reference } from '../../../shared/domain/references';
import { ReferenceList } from '../finish';
import type { Losses } from '../values';
import { readRisRecord, risRecord, type RisField } from './record';
import { risTypes } from './tables';

/** RIS, UTF-8, lines end in CR LF as the format asks. A line break in a field would begin a new one: fields have none. */
export function writeRis(references: readonly Reference[], losses: Losses): string {
  return references
    .map((reference) => {
      const lines = risRecord(reference, losses).map(([tag, value]) => `${tag}  - ${value}`);
      return [`TY  - ${risTypes.write(reference.csl.type).name}`, ...lines, 'ER  - ', ''].join('\r\n');
    })
    .join('\r\n');
}

const line = /^([A-Z][A-Z0-9]) {1,2}-(?:[ \t](.*))?$/u;

/** Whether a text is RIS, by its beginning. */
export function isRis(start: string): boolean {
  return /^TY {1,2}-[ \t]+[A-Z]{2,8}[ \t]*$/mu.test(start);
}

/** Reads RIS. An entry ends at its ER or where the next begins; lines without a tag go on with the field before them. */
export function readRis(text: string): ImportedReferences {
  const list = new ReferenceList();
  let type: string | null = null;
  let fields: [tag: string, value: string[]][] = [];
  let count = 0;
  const end = () => {
    const [typeName, entry] = [type, fields];
    type = null;
    fields = [];
    if (typeName === null) return;
    const joined = entry.map(([tag, value]): RisField => [tag, value.join('\n')]);
    const name = joined.find(([tag]) => ['TI', 'T1', 'ID'].includes(tag))?.[1];
    list.read(name ?? `entry ${count}`, () => readRisRecord(typeName, joined));
  };
  for (const raw of text.split('\n')) {
    const match = line.exec(raw.trimEnd());
    const tag = match?.[1];
    if (tag === 'TY') {
      end();
      type = match?.[2]?.trim() ?? '';
      count += 1;
    } else if (tag === 'ER') end();
    else if (type !== null && tag !== undefined) fields.push([tag, [match?.[2] ?? '']]);
    else if (raw.trim() !== '') fields.at(-1)?.[1].push(raw.trim());
  }
  end();
  return list.finish('a RIS file');
}
