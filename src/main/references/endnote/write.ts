import type { Reference } from '../../../shared/domain/references';
import { readSlashed, risRecord } from '../ris/record';
import { risTypes } from '../ris/tables';
import { dateText, type Losses } from '../values';
import { xmlEscape } from '../../xml';
import { styleRuns } from './styles';
import { elements, endNoteTypes, nearest } from './tables';

/** EndNote's XML, UTF-8, for its "Import → EndNote generated XML". Fields are RIS's under EndNote's names; type is kept as styles. */
export function writeEndNote(references: readonly Reference[], losses: Losses): string {
  const records = references.map((reference, index) => record(reference, index + 1, losses));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n${records.join('\n')}\n</records></xml>\n`;
}

function record(reference: Reference, number: number, losses: Losses): string {
  const written = risTypes.write(reference.csl.type).name;
  const ris = nearest[written] ?? written;
  const [name, code] = endNoteTypes.find(([, , type]) => type === ris) ?? ['Generic', 13];
  const readAs = risTypes.read(ris) ?? 'document';
  if (readAs !== reference.csl.type) losses.addType(reference.csl);
  // The fields are those of the type that it will be read as.
  const fields = new Map<string, string[]>();
  for (const [tag, value] of risRecord({ ...reference, csl: { ...reference.csl, type: readAs } }, losses, true)) {
    const list = fields.get(tag) ?? [];
    fields.set(tag, [...list, value]);
  }
  join(fields, ['SP', 'EP'], '-');
  join(fields, ['SN'], '\n');
  join(fields, ['N1'], '\n');
  for (const tag of ['DA', 'Y2', 'C1']) {
    const values = fields
      .get(tag)
      ?.map((value) => (/^\d*\/\d*\/\d*\//u.test(value) ? dateText(readSlashed(value)) : value));
    if (values) fields.set(tag, values);
  }
  // The year says it all.
  if (fields.get('DA')?.[0] === fields.get('PY')?.[0]) fields.delete('DA');
  fields.set('LB', fields.get('ID') ?? []);
  const body = new Tree();
  const done = new Set<string>();
  for (const [path, tag] of elements) {
    if (done.has(tag)) continue;
    done.add(tag);
    for (const value of fields.get(tag) ?? []) body.add(path.split('/'), styleRuns(value));
  }
  const type = `<ref-type name="${xmlEscape(String(name))}">${code}</ref-type>`;
  return `<record><rec-number>${number}</rec-number>${type}${body.toString()}</record>`;
}

function join(fields: Map<string, string[]>, tags: readonly string[], sign: string): void {
  const [first = ''] = tags;
  const all = tags.flatMap((tag) => fields.get(tag) ?? []);
  for (const tag of tags) fields.delete(tag);
  if (all.length > 0) fields.set(first, [all.join(sign)]);
}

/** Elements inside elements; those of one name beside each other stand in one. */
class Tree {
  readonly #parts: (readonly [name: string, inside: Tree | string])[] = [];

  add([name = '', ...rest]: readonly string[], xml: string): void {
    if (rest.length === 0) {
      this.#parts.push([name, xml]);
      return;
    }
    const last = this.#parts.findLast(([called]) => called === name)?.[1];
    const inside = last instanceof Tree ? last : new Tree();
    if (last !== inside) this.#parts.push([name, inside]);
    inside.add(rest, xml);
  }

  toString(): string {
    return this.#parts.map(([name, inside]) => `<${name}>${inside.toString()}</${name}>`).join('');
  }
}
