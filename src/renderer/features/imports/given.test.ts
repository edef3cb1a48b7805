import { expect, test } from 'vitest';
import { workOf } from './given';

const work = (...paths: string[]) =>
  workOf(paths.map((path) => ({ path, file: new File([], path) }))).map(({ given, beside }) => [
    given.path,
    ...beside.map(({ path }) => path),
  ]);

test('a folder with a bibliography is what the bibliography says of it', () => {
  expect(work('W/W.rdf', 'W/files/2/a.html', 'W/files/2/picture.png', 'other.html')).toEqual([
    ['W/W.rdf', 'files/2/a.html', 'files/2/picture.png'],
    ['other.html'],
  ]);
});

test('a folder without one is its files, but for hidden ones', () => {
  expect(work('W/a.html', 'W/.DS_Store', 'W/b/c.pdf')).toEqual([['W/a.html'], ['W/b/c.pdf']]);
});

test('files chosen together with a bibliography come in by themselves too', () => {
  expect(work('w.bib', 'a.pdf')).toEqual([['w.bib', 'a.pdf'], ['a.pdf']]);
});

test('annotations and JSON lists have no files of theirs, so what lies beside them comes in by itself', () => {
  expect(work('W/notes.json', 'W/page.html')).toEqual([['W/notes.json'], ['W/page.html']]);
});
