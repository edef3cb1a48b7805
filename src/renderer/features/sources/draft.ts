import {
  cslDateFields,
  cslNameFields,
  type CslDateField,
  type CslItem,
  type CslName,
  type CslNameField,
  type CslType,
} from '../../../shared/domain/csl';
import { isSafeUrl } from '../../../shared/memo/document';
import { archivedUrlKey } from '../../../shared/sources/beyond-csl';
import { cslDateToEdtf, edtfToCslDate, textToEdtf } from '../../../shared/dates/csl-date';

/** A person in two parts, or an organisation as one. Parts of the name that the form does not show are in `rest`. */
export interface CreatorDraft {
  key: string;
  role: CslNameField;
  organisation: boolean;
  family: string;
  given: string;
  literal: string;
  rest: CslName;
}

/** A CSL item as a form holds it: text in every field, whatever the user has typed so far. */
export interface SourceDraft {
  type: CslType;
  creators: CreatorDraft[];
  texts: Record<string, string>;
  /** As typed: EDTF, or a date as people write it. */
  dates: Partial<Record<CslDateField, string>>;
}

const archivedField = `custom.${archivedUrlKey}`;

let creators = 0;

/** An empty line for one more creator. */
export function newCreator(role: CslNameField): CreatorDraft {
  creators += 1;
  return { key: `creator-${creators}`, role, organisation: false, family: '', given: '', literal: '', rest: {} };
}

function creatorDraft(role: CslNameField, { family, given, literal, ...rest }: CslName): CreatorDraft {
  const organisation = literal !== undefined && family === undefined;
  return {
    ...newCreator(role),
    organisation,
    family: family ?? '',
    given: given ?? '',
    literal: literal ?? '',
    rest,
  };
}

/** What the form starts with. */
export function draftOf(csl: CslItem): SourceDraft {
  const texts: Record<string, string> = {};
  for (const [key, value] of Object.entries(csl)) {
    if (key !== 'type' && key !== 'id' && (typeof value === 'string' || typeof value === 'number')) {
      texts[key] = String(value);
    }
  }
  for (const [name, value] of Object.entries(Object(csl.custom) as Record<string, unknown>)) {
    if (typeof value === 'string') texts[`custom.${name}`] = value;
  }
  const dates: SourceDraft['dates'] = {};
  for (const field of cslDateFields) {
    const date = csl[field];
    if (date) dates[field] = cslDateToEdtf(date as CslItem['issued']);
  }
  return {
    type: csl.type,
    creators: cslNameFields.flatMap((role) => ((csl[role] ?? []) as CslName[]).map((name) => creatorDraft(role, name))),
    texts,
    dates,
  };
}

/** The fields whose text is no date, or no address of an archived copy, with what to write. */
export function problemsOf({ dates, texts }: SourceDraft): Partial<Record<string, string>> {
  const problems: Partial<Record<string, string>> = {};
  for (const field of cslDateFields) {
    const text = dates[field]?.trim() ?? '';
    if (text !== '' && textToEdtf(text) === '') {
      problems[field] = 'This is not a date. Write 2023-04-18, Apr 2023, 2023, or c. 2023 as 2023~.';
    }
  }
  const address = texts[archivedField]?.trim() ?? '';
  if (address !== '' && !(/^https?:/iu.test(address) && isSafeUrl(address))) {
    problems[archivedField] = 'This is not a web address. Paste it whole, with https:// at its beginning.';
  }
  return problems;
}

function nameOf({ organisation, family, given, literal, rest }: CreatorDraft): CslName | null {
  if (organisation) return literal.trim() === '' ? null : { ...rest, literal: literal.trim() };
  if (family.trim() === '' && given.trim() === '') return null;
  const name: CslName = { ...rest };
  if (family.trim() !== '') name.family = family.trim();
  if (given.trim() !== '') name.given = given.trim();
  return name;
}

/** What CSL has no variable for. The whole is copied, as it belongs to the original. */
function setCustom(csl: Record<string, unknown>, name: string, value: string): void {
  const before = Object(csl['custom']) as Record<string, unknown>;
  if (value === (before[name] ?? '')) return;
  const { [name]: _old, ...others } = before;
  const custom = value.trim() === '' ? others : { ...others, [name]: value.trim() };
  if (Object.keys(custom).length > 0) csl['custom'] = custom;
  else delete csl['custom'];
}

/** The item the form says, with everything of the original that the form does not show. A date left as it was stays untouched. */
export function cslOf(draft: SourceDraft, original: CslItem): CslItem {
  const csl: Record<string, unknown> = { ...original, type: draft.type };
  for (const [key, value] of Object.entries(draft.texts)) {
    if (key.startsWith('custom.')) setCustom(csl, key.slice('custom.'.length), value);
    else if (value.trim() === '') delete csl[key];
    else if (value !== String(original[key] ?? '')) csl[key] = value.trim();
  }
  for (const role of cslNameFields) {
    const names = draft.creators.filter((each) => each.role === role).map(nameOf);
    const kept = names.filter((name) => name !== null);
    if (kept.length > 0) csl[role] = kept;
    else delete csl[role];
  }
  const before = draftOf(original).dates;
  for (const field of cslDateFields) {
    const text = draft.dates[field]?.trim() ?? '';
    if (text === (before[field] ?? '')) continue;
    if (text === '') delete csl[field];
    else csl[field] = edtfToCslDate(textToEdtf(text));
  }
  return csl as CslItem;
}
