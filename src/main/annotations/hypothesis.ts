import type { ImportedAnnotation, ImportedAnnotations } from '../../shared/domain/annotations';
import { isRecord } from '../importing/json';
import { readSelectors } from './selectors';
import { listIn, most, recordsIn, tagsIn, textIn, timeIn } from './values';

/** Whether a value of parsed JSON is what Hypothes.is answers to a search, or one of its rows. */
export function isHypothesis(value: unknown): boolean {
  return rowsIn(value).some((row) => typeof row.uri === 'string' && Array.isArray(row.target));
}

function rowsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return recordsIn(value);
  return isRecord(value) ? recordsIn(value.rows ?? value.annotations ?? value) : [];
}

/** Reads annotations of Hypothes.is (its API, `GET /api/search`). Replies are joined to what they answer. */
export function readHypothesis(value: unknown): ImportedAnnotations {
  const result: ImportedAnnotations = { sources: [], annotations: [], refused: [], warnings: [] };
  const rows = rowsIn(value).slice(0, most.annotations);
  const users = new Set(rows.map(({ user }) => textIn(user)));
  const titles = new Map<string, string>();
  const roots = new Map<string, ImportedAnnotation>();
  const replies: { to: string[]; note: string; row: Record<string, unknown> }[] = [];
  for (const [index, row] of rows.entries()) {
    const target = textIn(row.uri).trim();
    if (target === '') {
      result.refused.push({ entry: `annotation ${index + 1}`, reason: 'It does not say what it is about.' });
      continue;
    }
    const [title] = isRecord(row.document) ? listIn(row.document.title) : [];
    if (!titles.get(target)) titles.set(target, textIn(title).trim());
    const text = textIn(row.text, most.note).trim();
    const to = listIn(row.references).map((id) => textIn(id));
    // Who said it matters only where several did.
    const note = text !== '' && users.size > 1 ? `${nameOf(row.user)}: ${text}` : text;
    if (to.length > 0) {
      replies.push({ to, note, row });
      continue;
    }
    const annotation = annotationOf(row, target, note);
    result.annotations.push(annotation);
    roots.set(annotation.id, annotation);
  }
  for (const { to, note, row } of replies) {
    const root = to.map((id) => roots.get(id)).find((each) => each !== undefined);
    if (root === undefined) result.annotations.push(annotationOf(row, textIn(row.uri).trim(), note));
    else if (note !== '') root.note = [root.note, note].filter(Boolean).join('\n\n').slice(0, most.note);
  }
  result.sources = [...titles].map(([target, title]) => ({ target, title, csl: null, citationKey: '' }));
  return result;
}

function annotationOf(row: Record<string, unknown>, target: string, note: string): ImportedAnnotation {
  const selectors = recordsIn(row.target).flatMap(({ selector }) => listIn(selector));
  return {
    id: textIn(row.id),
    target,
    ...readSelectors(selectors),
    note,
    tags: tagsIn(listIn(row.tags)),
    created: timeIn(row.created),
    modified: timeIn(row.updated),
    own: null,
  };
}

/** "acct:reader@tarn.example" is called "reader". */
function nameOf(user: unknown): string {
  return /^(?:acct:)?([^@]+)/u.exec(textIn(user))?.[1] ?? 'Somebody';
}
