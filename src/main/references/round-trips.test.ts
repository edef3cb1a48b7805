import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldLabel } from '../../shared/citing/item-types';
import type { CslItem } from '../../shared/domain/csl';
import type { ImportedReferences, Reference } from '../../shared/domain/references';
import { readBib } from './bib/read';
import { writeBiblatex, writeBibtex } from './bib/write';
import { readCslItems, writeCslJson } from './csl-json';
import { readEndNote } from './endnote/read';
import { writeEndNote } from './endnote/write';
import { readRis, writeRis } from './ris/ris';
import { reference } from './testing';
import { Losses } from './values';
import { readZoteroRdf } from './zotero/read';
import { writeZoteroRdf } from './zotero/write';

interface RoundTrip {
  write(references: readonly Reference[], losses: Losses): string;
  read(text: string): ImportedReferences;
}
const formats: Record<string, RoundTrip> = {
  ris: { write: writeRis, read: readRis },
  bibtex: { write: writeBibtex, read: readBib },
  'csl-json': { write: writeCslJson, read: (text: string) => readCslItems(JSON.parse(text)) },
  biblatex: { write: writeBiblatex, read: readBib },
  'zotero-rdf': { write: writeZoteroRdf, read: readZoteroRdf },
  'endnote-xml': { write: writeEndNote, read: readEndNote },
};

/** The fields of a source, those in `custom` under the names that the form has for them. */
function fieldsOf({ custom, ...csl }: CslItem): [string, unknown][] {
  return [
    ...Object.entries(csl),
    ...Object.entries(Object(custom)).map(([key, value]): [string, unknown] => [`custom.${key}`, value]),
  ];
}

describe.each(Object.entries(formats))('%s', (_, { write, read }) => {
  it('brings back everything but what it says it cannot hold (property)', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(reference, { minLength: 1, maxLength: 3, selector: ({ citationKey }) => citationKey }),
        (references) => {
          const losses = new Losses();
          const { references: back, refused } = read(write(references, losses));
          expect(refused).toEqual([]);
          expect(back).toHaveLength(references.length);
          const said = losses.toString();
          const lost = (what: string) => said.includes(`${what} (`);
          for (const [index, before] of references.entries()) {
            const after = back[index]!;
            const left = (fields: [string, unknown][]) =>
              fields.filter(([key]) => key === 'type' || !lost(fieldLabel(key)));
            const kept = Object.fromEntries(left(fieldsOf(before.csl)));
            const sameFields = Object.fromEntries(left(fieldsOf(after.csl)));
            if (said.includes('the kind')) sameFields.type = kept.type;
            expect(sameFields).toEqual(kept);
            expect(after.citationKey).toBe(before.citationKey);
            expect(after.tags).toEqual(before.tags);
            expect(after.notes).toEqual(before.notes);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
