import type { SqlValue } from '../db/types';

/** Conditions joined by AND, each with its parameters in place, so that neither can get out of step. */
export class Where {
  readonly #conditions: string[] = [];
  readonly params: SqlValue[] = [];

  and(condition: string, ...params: SqlValue[]): this {
    this.#conditions.push(`(${condition})`);
    this.params.push(...params);
    return this;
  }

  /**
   * Every word must stand in one of the columns, whatever its case. SQLite's LIKE knows only ASCII case, so each word is
   * looked for as written, in lower case, in capitals and capitalised; the search box is the place for more.
   */
  words(filter: string | undefined, columns: readonly string[]): this {
    for (const word of (filter ?? '')
      .split(/\s+/u)
      .filter((part) => part !== '')
      .slice(0, 20)) {
      const lower = word.toLowerCase();
      const forms = new Set([word, lower, word.toUpperCase(), lower.slice(0, 1).toUpperCase() + lower.slice(1)]);
      const patterns = [...forms].map((form) => `%${form.replace(/[\\%_]/gu, '\\$&')}%`);
      const tests = columns.flatMap((column) => patterns.map(() => `${column} LIKE ? ESCAPE '\\'`));
      this.and(tests.join(' OR '), ...columns.flatMap(() => patterns));
    }
    return this;
  }

  /** "WHERE …", or '' without conditions. */
  get sql(): string {
    return this.#conditions.length === 0 ? '' : `WHERE ${this.#conditions.join(' AND ')}`;
  }
}
