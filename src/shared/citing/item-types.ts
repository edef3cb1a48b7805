import { archivedUrlKey, translatedTitleKey } from '../sources/beyond-csl';
import { cslDateFields, cslNameFields, type CslDateField, type CslNameField, type CslType } from '../domain/csl';

/**
 * What a form shows for each type of source: fields in order, with labels, and who can have made it. Our own selection for
 * people who write from sources; every other field of an item is kept and exported all the same.
 */
export type ItemField =
  | { kind: 'text'; key: string; label: string; long?: true }
  | { kind: 'date'; key: CslDateField; label: string }
  | { kind: 'address'; key: 'URL' | 'DOI'; label: string };

export interface CreatorRole {
  key: CslNameField;
  /** Singular: "Author". */
  label: string;
}

export interface ItemType {
  type: CslType;
  /** Sentence case: "Newspaper article". */
  label: string;
  /** Those a form offers at once; the first is where a byline goes. */
  roles: readonly CreatorRole[];
  fields: readonly ItemField[];
}

const nameLabels: Record<CslNameField, string> = {
  author: 'Author',
  editor: 'Editor',
  translator: 'Translator',
  director: 'Director',
  interviewer: 'Interviewer',
  recipient: 'Recipient',
  composer: 'Composer',
  'container-author': 'Author of the book',
  'collection-editor': 'Series editor',
  'editorial-director': 'Managing editor',
  illustrator: 'Illustrator',
  'original-author': 'Original author',
  'reviewed-author': 'Author reviewed',
  contributor: 'Contributor',
  performer: 'Performer',
  producer: 'Producer',
  'executive-producer': 'Executive producer',
  'script-writer': 'Scriptwriter',
  host: 'Host',
  guest: 'Guest',
  narrator: 'Narrator',
  organizer: 'Organiser',
  chair: 'Chair',
  compiler: 'Compiler',
  curator: 'Curator',
  'series-creator': 'Creator of the series',
};

const dateLabels: Record<CslDateField, string> = {
  issued: 'Date',
  accessed: 'Accessed',
  'event-date': 'Date of the event',
  'original-date': 'First published',
  submitted: 'Submitted',
  'available-date': 'Available from',
};

const textLabels: Record<string, string> = {
  title: 'Title',
  'title-short': 'Short title',
  'container-title': 'Published in',
  'collection-title': 'Series',
  'collection-number': 'Number in the series',
  publisher: 'Publisher',
  'publisher-place': 'Place',
  'event-title': 'Event',
  'event-place': 'Place of the event',
  genre: 'Kind',
  medium: 'Medium',
  number: 'Number',
  volume: 'Volume',
  issue: 'Issue',
  page: 'Pages',
  edition: 'Edition',
  section: 'Section',
  version: 'Version',
  status: 'Status',
  authority: 'Authority',
  jurisdiction: 'Jurisdiction',
  references: 'References',
  'chapter-number': 'Chapter number',
  'number-of-pages': 'Number of pages',
  'number-of-volumes': 'Number of volumes',
  'reviewed-title': 'Title reviewed',
  'reviewed-genre': 'Kind of work reviewed',
  dimensions: 'Size or length',
  scale: 'Scale',
  ISBN: 'ISBN',
  ISSN: 'ISSN',
  archive: 'Archive',
  archive_location: 'Place in the archive',
  'call-number': 'Call number',
  language: 'Language',
  'original-title': 'Original title',
  [`custom.${translatedTitleKey}`]: 'Title translated',
  [`custom.${archivedUrlKey}`]: 'Archived copy (URL)',
  abstract: 'Abstract',
  note: 'Extra',
};

const longFields = new Set(['abstract', 'note']);

/** What a field is called where its type does not matter. */
export function fieldLabel(key: string): string {
  if ((cslNameFields as readonly string[]).includes(key)) return nameLabels[key as CslNameField];
  if ((cslDateFields as readonly string[]).includes(key)) return dateLabels[key as CslDateField];
  if (key === 'URL') return 'Address (URL)';
  return textLabels[key] ?? key;
}

/** `key` or `key=Label`, where a type calls a field by a name of its own. */
type Entry = string;

function field(entry: Entry): ItemField {
  const [key = '', label = fieldLabel(key)] = entry.split('=');
  if (key === 'URL' || key === 'DOI') return { kind: 'address', key, label };
  const date = cslDateFields.find((name) => name === key);
  if (date) return { kind: 'date', key: date, label };
  return longFields.has(key) ? { kind: 'text', key, label, long: true } : { kind: 'text', key, label };
}

function role(entry: Entry): CreatorRole {
  const [key = '', label] = entry.split('=');
  const name = cslNameFields.find((candidate) => candidate === key);
  if (!name) throw new Error(`No CSL name field: ${key}`);
  return { key: name, label: label ?? nameLabels[name] };
}

/** Ends every form. */
const online = ['URL', `custom.${archivedUrlKey}`, 'accessed'];
const rest = [
  `custom.${translatedTitleKey}`,
  'original-title',
  'language',
  'title-short',
  'abstract',
  'archive',
  'archive_location',
  'note',
];

function type(name: CslType, label: string, roles: string, fields: string): ItemType {
  const list = (text: string) => text.split(',').map((entry) => entry.trim());
  return {
    type: name,
    label,
    roles: list(roles).map(role),
    fields: [...new Set(['title', ...list(fields), ...online, ...rest])].map(field),
  };
}

/** Every CSL type, the usual ones first. */
export const itemTypes: readonly ItemType[] = [
  type('webpage', 'Web page', 'author, translator', 'container-title=Website, publisher, issued, genre'),
  type(
    'article-newspaper',
    'Newspaper article',
    'author, translator',
    'container-title=Newspaper, publisher-place, edition, issued, section, page, ISSN',
  ),
  type(
    'article-magazine',
    'Magazine article',
    'author, translator',
    'container-title=Magazine, volume, issue, issued, page, ISSN',
  ),
  type(
    'article-journal',
    'Journal article',
    'author, editor, translator, reviewed-author',
    'container-title=Journal, volume, issue, page, issued, DOI, ISSN, collection-title',
  ),
  type(
    'report',
    'Report',
    'author, editor, translator, collection-editor',
    'genre=Kind of report, number=Report number, publisher=Institution, publisher-place, issued, page, collection-title, DOI, ISBN',
  ),
  type(
    'book',
    'Book',
    'author, editor, translator, collection-editor, original-author, illustrator',
    'publisher, publisher-place, issued, edition, volume, number-of-volumes, collection-title, collection-number, number-of-pages, original-date, ISBN, DOI',
  ),
  type(
    'chapter',
    'Chapter of a book',
    'author, editor, translator, container-author, collection-editor',
    'container-title=Book, page, chapter-number, publisher, publisher-place, issued, edition, volume, collection-title, collection-number, original-date, ISBN, DOI',
  ),
  type('post-weblog', 'Blog post', 'author, translator', 'container-title=Blog, publisher, issued, genre'),
  type(
    'post',
    'Social media post',
    'author',
    'container-title=Platform, genre=Kind of post, issued, number=Post number',
  ),
  type(
    'interview',
    'Interview',
    'author=Person interviewed, interviewer, translator',
    'container-title=Published in, genre, medium, publisher, event-place=Place, issued, page',
  ),
  type(
    'personal_communication',
    'Letter or message',
    'author, recipient, translator',
    'genre=Kind of message, medium, publisher-place=Sent from, issued',
  ),
  type(
    'speech',
    'Speech or talk',
    'author=Speaker, editor, translator',
    'genre=Kind of talk, event-title, event-place, publisher, event-date, issued',
  ),
  type(
    'paper-conference',
    'Conference paper',
    'author, editor, translator, collection-editor',
    'container-title=Proceedings, event-title=Conference, event-place, page, publisher, publisher-place, issued, volume, collection-title, DOI, ISBN',
  ),
  type(
    'thesis',
    'Thesis',
    'author, translator',
    'genre=Kind of thesis, publisher=University, publisher-place, issued, number-of-pages, DOI',
  ),
  type(
    'manuscript',
    'Manuscript or archival document',
    'author, recipient, translator',
    'genre, collection-title=Collection, number=Number, publisher-place, issued, number-of-pages, medium',
  ),
  type(
    'document',
    'Document',
    'author, editor, translator, recipient',
    'genre, publisher, publisher-place, issued, number, version, page, DOI',
  ),
  type(
    'dataset',
    'Dataset',
    'author, editor',
    'genre, version, publisher=Repository, publisher-place, issued, number=Identifier, medium=Format, DOI',
  ),
  type(
    'broadcast',
    'Broadcast or podcast',
    'author, director, interviewer, composer',
    'container-title=Programme, number=Episode, publisher=Broadcaster, publisher-place, issued, medium, dimensions=Running time',
  ),
  type(
    'motion_picture',
    'Film or video',
    'director, author, composer',
    'genre, publisher=Studio or distributor, publisher-place, issued, medium, dimensions=Running time, version',
  ),
  type(
    'song',
    'Sound recording',
    'author=Performer, composer',
    'container-title=Album, publisher=Label, publisher-place, issued, medium, volume, dimensions=Running time, ISBN',
  ),
  type(
    'graphic',
    'Picture or photograph',
    'author=Artist, illustrator',
    'genre, medium, dimensions, container-title, publisher, publisher-place, issued',
  ),
  type('figure', 'Figure', 'author', 'container-title, number, publisher, issued, page, DOI'),
  type(
    'map',
    'Map',
    'author=Cartographer, editor, collection-editor',
    'genre, scale, publisher, publisher-place, issued, edition, collection-title, ISBN',
  ),
  type(
    'legislation',
    'Law',
    'author, editor',
    'container-title=Code, number=Law number, volume, section, jurisdiction, authority, issued, page, references',
  ),
  type(
    'bill',
    'Bill',
    'author=Sponsor',
    'number=Bill number, container-title=Code, volume, section, authority=Legislative body, jurisdiction, issued, page, references',
  ),
  type(
    'regulation',
    'Regulation',
    'author, editor',
    'genre, number, container-title=Published in, volume, section, authority, jurisdiction, issued, page, references',
  ),
  type(
    'legal_case',
    'Court case',
    'author=Counsel, editor',
    'authority=Court, container-title=Reporter, volume, page, number=Docket number, jurisdiction, issued=Date decided, references',
  ),
  type(
    'hearing',
    'Hearing',
    'author=Witness, editor',
    'authority=Committee, event-title, event-place, number, publisher, publisher-place, issued, page, references',
  ),
  type(
    'treaty',
    'Treaty',
    'author=Party, editor',
    'container-title=Treaty series, volume, number, page, event-place=Signed at, event-date=Date signed, issued, status, references',
  ),
  type(
    'standard',
    'Standard',
    'author, editor',
    'number, genre, authority=Body, version, publisher, publisher-place, issued, status, number-of-pages, ISBN, DOI',
  ),
  type(
    'patent',
    'Patent',
    'author=Inventor, recipient=Assignee',
    'number=Patent number, authority=Issuing office, jurisdiction, submitted=Date filed, issued=Date granted, status, page, references',
  ),
  type(
    'entry-encyclopedia',
    'Encyclopaedia entry',
    'author, editor, translator, collection-editor',
    'container-title=Encyclopaedia, volume, edition, publisher, publisher-place, issued, page, collection-title, ISBN, DOI',
  ),
  type(
    'entry-dictionary',
    'Dictionary entry',
    'author, editor, translator, collection-editor',
    'container-title=Dictionary, volume, edition, publisher, publisher-place, issued, page, collection-title, ISBN, DOI',
  ),
  type(
    'entry',
    'Entry',
    'author, editor, translator',
    'container-title=Part of, publisher, publisher-place, issued, version, page',
  ),
  type(
    'review',
    'Review',
    'author, reviewed-author, translator',
    'reviewed-title, reviewed-genre, container-title, volume, issue, page, issued, DOI, ISSN',
  ),
  type(
    'review-book',
    'Book review',
    'author, reviewed-author, translator',
    'reviewed-title, container-title, volume, issue, page, issued, DOI, ISSN',
  ),
  type(
    'article',
    'Preprint or working paper',
    'author, editor, translator',
    'genre, publisher=Repository, number, version, status, issued, DOI',
  ),
  type(
    'pamphlet',
    'Pamphlet or leaflet',
    'author, editor, translator',
    'genre, publisher, publisher-place, issued, edition, number-of-pages, collection-title',
  ),
  type('periodical', 'Periodical', 'editor, author', 'publisher, publisher-place, volume, issue, issued, ISSN'),
  type(
    'collection',
    'Archival collection',
    'author=Creator, editor',
    'genre, publisher=Held by, publisher-place, issued, number, dimensions=Extent',
  ),
  type(
    'classic',
    'Classical work',
    'author, editor, translator',
    'container-title, publisher, publisher-place, issued, edition, volume, original-date, ISBN',
  ),
  type('event', 'Event', 'author=Organiser', 'event-place, event-date, publisher, issued, genre'),
  type(
    'performance',
    'Performance',
    'author, director, composer',
    'genre, event-title, event-place, publisher, event-date, issued, medium',
  ),
  type(
    'musical_score',
    'Musical score',
    'composer, author=Librettist, editor',
    'genre, publisher, publisher-place, issued, number=Opus or plate number, collection-title',
  ),
  type(
    'software',
    'Software',
    'author=Developer',
    'version, genre, publisher=Company, publisher-place, issued, medium=System, number, DOI',
  ),
];

const byType = new Map(itemTypes.map((entry) => [entry.type, entry]));

/** The form of a type; that of a plain document for one we do not know. */
export function itemTypeOf(name: string): ItemType {
  const found = byType.get(name as CslType) ?? byType.get('document');
  if (!found) throw new Error('The type "document" is missing.');
  return found;
}

/** Every creator role there is, for changing a name's role to one the type does not offer at once. */
export const allRoles: readonly CreatorRole[] = cslNameFields.map((key) => ({ key, label: nameLabels[key] }));
