import type { Call } from '../core/session';
import type { ClaimSummary } from '../../shared/domain/claims';
import { fold } from '../../shared/search/fold';
import type { ActorSummary } from '../../shared/domain/actors';
import type { MemoSummary } from '../../shared/domain/memos';
import type { SourceSummary } from '../../shared/domain/sources';
import { CommonplaceError } from '../../shared/result';

/** All pages of a list. */
export async function everything<T>(page: (offset: number) => Promise<{ total: number; items: T[] }>): Promise<T[]> {
  const items: T[] = [];
  for (;;) {
    const { total, items: more } = await page(items.length);
    items.push(...more);
    if (more.length === 0 || items.length >= total) return items;
  }
}

/** A source by id, citation key (its own, or that of one that was merged into it), or the beginning of its key or title. @throws `not-found`, `bad-input` when several match */
export async function findSource(call: Call, wanted: string): Promise<SourceSummary> {
  const sources = await everything((offset) => call('sources.list', { offset, limit: 1000 }));
  const key = wanted.replace(/^@/u, '');
  return oneMatch('source', wanted, [
    sources.filter((source) => source.id === wanted || source.citationKey === key),
    sources.filter((source) => source.aliases.includes(key)),
    sources.filter((source) => source.citationKey.startsWith(key)),
    sources.filter((source) => startsLike(source.title, wanted)),
  ]);
}

/** A claim by id or the beginning of its statement. @throws `not-found`, `bad-input` when several match */
export async function findClaim(call: Call, wanted: string): Promise<ClaimSummary> {
  const claims = (await call('claims.list', {})).map((claim) => ({ ...claim, title: claim.statement }));
  return oneMatch('claim', wanted, [
    claims.filter((claim) => claim.id === wanted),
    claims.filter((claim) => startsLike(claim.statement, wanted)),
  ]);
}

/**
 * An actor by id, any of its names, or the beginning of the name that is shown.
 * @throws `not-found`, `bad-input` when several match
 */
export async function findActor(call: Call, wanted: string): Promise<ActorSummary & { title: string }> {
  const actors = (await call('actors.list', {})).map((actor) => ({ ...actor, title: actor.name }));
  const folded = fold(wanted).trim();
  return oneMatch('actor', wanted, [
    actors.filter((actor) => actor.id === wanted),
    actors.filter((actor) => fold(actor.name).trim() === folded),
    actors.filter((actor) => actor.aliases.some((alias) => fold(alias).trim() === folded)),
    actors.filter((actor) => startsLike(actor.name, wanted)),
  ]);
}

/** A memo by id or the beginning of its title. @throws `not-found`, `bad-input` when several match */
export async function findMemo(call: Call, wanted: string): Promise<MemoSummary> {
  const memos = await call('memos.list', {});
  return oneMatch('memo', wanted, [
    memos.filter((memo) => memo.id === wanted),
    memos.filter((memo) => fold(memo.title).trim() === fold(wanted).trim()),
    memos.filter((memo) => startsLike(memo.title, wanted)),
  ]);
}

/** A collection by id or the beginning of its name. @throws `not-found`, `bad-input` when several match */
export async function findCollection(call: Call, wanted: string): Promise<{ id: string; title: string }> {
  const collections = (await call('collections.list', {})).map(({ id, name }) => ({ id, title: name }));
  return oneMatch('collection', wanted, [
    collections.filter(({ id }) => id === wanted),
    collections.filter(({ title }) => fold(title).trim() === fold(wanted).trim()),
    collections.filter(({ title }) => startsLike(title, wanted)),
  ]);
}

function startsLike(title: string, wanted: string): boolean {
  const start = fold(wanted).trim();
  return start !== '' && fold(title).trim().startsWith(start);
}

/** The only one of the first group that is not empty. */
export function oneMatch<T extends { id: string; title: string }>(noun: string, wanted: string, groups: T[][]): T {
  const matches = groups.find((group) => group.length > 0) ?? [];
  const [first] = matches;
  if (first === undefined) {
    throw new CommonplaceError(
      'not-found',
      `There is no ${noun} “${wanted}” in the library; “commonplace ${noun}s” lists what there is.`,
    );
  }
  if (matches.length > 1) {
    const titles = matches.slice(0, 3).map((match) => `“${match.title}”`);
    throw new CommonplaceError(
      'bad-input',
      `“${wanted}” could be ${matches.length} ${noun}s (${titles.join(', ')}${matches.length > 3 ? ', …' : ''}); name it by its id.`,
    );
  }
  return first;
}
