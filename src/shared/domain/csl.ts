import * as v from 'valibot';

/**
 * A bibliographic item as CSL-JSON (csl-data.json of CSL 1.0.2). Kept whole: fields that Commonplace does not know are
 * stored and exported again. `custom` holds what CSL has no place for.
 */
const cslName = v.looseObject({
  family: v.optional(v.string()),
  given: v.optional(v.string()),
  literal: v.optional(v.string()),
  'non-dropping-particle': v.optional(v.string()),
  'dropping-particle': v.optional(v.string()),
  suffix: v.optional(v.string()),
});
export type CslName = v.InferOutput<typeof cslName>;

const cslDate = v.looseObject({
  'date-parts': v.optional(v.array(v.array(v.union([v.number(), v.string()])))),
  season: v.optional(v.union([v.number(), v.string()])),
  circa: v.optional(v.union([v.number(), v.string(), v.boolean()])),
  literal: v.optional(v.string()),
  raw: v.optional(v.string()),
});
export type CslDate = v.InferOutput<typeof cslDate>;

export const cslTypes = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'classic',
  'collection',
  'dataset',
  'document',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'event',
  'figure',
  'graphic',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'map',
  'motion_picture',
  'musical_score',
  'pamphlet',
  'paper-conference',
  'patent',
  'performance',
  'periodical',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'review',
  'review-book',
  'software',
  'song',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const;
export type CslType = (typeof cslTypes)[number];

export const cslNameFields = [
  'author',
  'editor',
  'translator',
  'director',
  'interviewer',
  'recipient',
  'composer',
  'container-author',
  'collection-editor',
  'editorial-director',
  'illustrator',
  'original-author',
  'reviewed-author',
  'contributor',
  'performer',
  'producer',
  'executive-producer',
  'script-writer',
  'host',
  'guest',
  'narrator',
  'organizer',
  'chair',
  'compiler',
  'curator',
  'series-creator',
] as const;
export type CslNameField = (typeof cslNameFields)[number];
export const cslDateFields = [
  'issued',
  'accessed',
  'event-date',
  'original-date',
  'submitted',
  'available-date',
] as const;
export type CslDateField = (typeof cslDateFields)[number];

const names = v.optional(v.array(cslName));
const date = v.optional(cslDate);
const text = v.optional(v.union([v.string(), v.number()]));

const cslFields = v.looseObject({
  id: v.optional(v.union([v.string(), v.number()])),
  type: v.picklist(cslTypes),
  title: text,
  'title-short': text,
  'container-title': text,
  'collection-title': text,
  publisher: text,
  'publisher-place': text,
  genre: text,
  number: text,
  volume: text,
  issue: text,
  page: text,
  edition: text,
  DOI: text,
  ISBN: text,
  ISSN: text,
  URL: text,
  archive: text,
  archive_location: text,
  language: text,
  abstract: text,
  note: text,
  author: names,
  editor: names,
  translator: names,
  issued: date,
  accessed: date,
  'event-date': date,
  'original-date': date,
});

export type CslItem = v.InferOutput<typeof cslFields>;
/** Fields that Commonplace does not know may hold anything, so they are checked to be JSON at all. */
export const cslItem = v.pipe(cslFields, v.check<CslItem, string>(isJson, 'This is not JSON.'));

function isJson(value: unknown): boolean {
  try {
    JSON.stringify(value);
    return true;
  } catch {
    // A circle, a bigint, or nested deeper than the stack.
    return false;
  }
}
