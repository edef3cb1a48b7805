import { expect, it } from 'vitest';
import { parseStyle } from './csl-xml';
import { packagedStyle } from './packaged';
import { tryStyle } from './try-style';

const names = (count: number) =>
  parseStyle(
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>T</title><id>t</id></info>' +
      `<citation><layout>${'<names variable="author editor"><name/></names>'.repeat(count)}</layout></citation></style>`,
  ).style!;

it('gives up on a style that takes minutes to write its citations', () => {
  expect(() => tryStyle(names(20_000), 500)).toThrow(/too long to write/);
}, 30_000);

it('leaves sound styles alone afterwards, the slowest too', () => {
  expect(() => tryStyle(names(1), 500)).not.toThrow();
  expect(() => tryStyle(packagedStyle('apa')!)).not.toThrow();
}, 30_000);
