import type { CslType } from '../../shared/domain/csl';

/**
 * What a field of a format holds, as a CSL variable. Where that depends on the type of source, by type: the keys are lists
 * of CSL types, and '*' stands for the others.
 */
export type Rule = string | Readonly<Record<string, string>>;

interface Row {
  field: string;
  /** The variable it holds for that type of source; undefined if none. */
  variable(type: CslType): string | undefined;
}

/** The fields of a format, in the order in which they are written. One table for reading and writing. */
export interface FieldTable {
  rows: readonly Row[];
  /** What a field holds; undefined for one the format does not have. */
  variable(field: string, type: CslType): string | undefined;
}

export function fieldTable(rules: readonly (readonly [field: string, rule: Rule])[]): FieldTable {
  const rows = rules.map(([field, rule]) => ({ field, variable: byType(rule) }));
  const byField = new Map(rows.map((row) => [row.field, row]));
  return { rows, variable: (field, type) => byField.get(field)?.variable(type) };
}

function byType(rule: Rule): Row['variable'] {
  if (typeof rule === 'string') return () => rule;
  const variables = new Map(
    Object.entries(rule).flatMap(([types, variable]) => types.split(' ').map((type) => [type, variable] as const)),
  );
  return (type) => variables.get(type) ?? variables.get('*');
}

/** CSL types and what a format calls them. */
export interface TypeTable {
  /** What a type is called, and as which type that is read: another one where the format has no word of its own for it. */
  write(type: CslType): { name: string; readAs: CslType };
  read(name: string): CslType | undefined;
}

/** The first row with a type says how it is written, the first with a name how that is read. */
export function typeTable(rows: readonly (readonly [CslType, string])[], fallback: string): TypeTable {
  const names = new Map<CslType, string>();
  const types = new Map<string, CslType>();
  for (const [type, name] of rows) {
    if (!names.has(type)) names.set(type, name);
    if (!types.has(name)) types.set(name, type);
  }
  return {
    write(type) {
      const name = names.get(type) ?? fallback;
      return { name, readAs: types.get(name) ?? type };
    },
    read: (name) => types.get(name),
  };
}
