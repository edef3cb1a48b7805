import { cslDateToEdtf } from '../../dates/csl-date';
import type { CslItem } from '../../domain/csl';
import { fold } from '../../search/fold';
import { cslText } from '../describe';
import { normaliseDoi, normaliseIsbns, normaliseUrl } from '../identifiers';
import { responsibleNames } from '../names';

/** What is compared of a source. Every text is folded as search folds it. */
export interface SourceFacts {
  id: string;
  /** Where several are the same, the oldest is the one that others are compared with. */
  createdAt: string;
  /** A chapter or entry shares its ISBN, and often its address, with its neighbours. */
  isPart: boolean;
  /** Words of the title. */
  words: string[];
  /** Words before its first colon, dash or bar; the same as `words` where there is none. */
  mainWords: string[];
  /** Each name as its words: a person's family name, an organisation's whole name. */
  names: NameFacts[];
  /** Words of publisher, newspaper or site: what a template puts where an author should be. */
  publishers: string[];
  /** EDTF. */
  issued: string;
  /** '' where unknown. */
  year: string;
  doi: string;
  url: string;
  isbns: string[];
  /** Volume, issue, number, edition: what tells two of a series apart. */
  numbers: string[];
}

export interface NameFacts {
  words: string[];
  isPerson: boolean;
}

/** What is compared of a CSL item. */
export function factsOf({ id, createdAt, csl }: { id: string; createdAt: string; csl: CslItem }): SourceFacts {
  const title = cslText(csl.title);
  const words = wordsOf(title);
  const mainWords = wordsOf(/^(.*?)(?::\s| [-–—|] |\s\|\s)/u.exec(title)?.[1] ?? title);
  const issued = cslDateToEdtf(csl.issued);
  return {
    id,
    createdAt,
    isPart: parts.has(csl.type),
    words,
    mainWords: mainWords.length >= 3 ? mainWords : words,
    names: responsibleNames(csl).map((name) => ({
      words: wordsOf(name.family ?? name.literal ?? name.given ?? ''),
      isPerson: name.family !== undefined,
    })),
    publishers: [csl.publisher, csl['container-title']].map((value) => fold(cslText(value))).filter(Boolean),
    issued,
    year: /^-?\d{4}/u.exec(issued)?.[0] ?? '',
    doi: normaliseDoi(cslText(csl.DOI)),
    url: normaliseUrl(cslText(csl.URL)),
    isbns: normaliseIsbns(cslText(csl.ISBN)),
    numbers: (['volume', 'issue', 'number', 'edition'] as const).map((field) => fold(cslText(csl[field])).trim()),
  };
}

const parts = new Set<string>(['chapter', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'paper-conference']);

function wordsOf(text: string): string[] {
  return (
    fold(text)
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.slice(0, 40) ?? []
  );
}
