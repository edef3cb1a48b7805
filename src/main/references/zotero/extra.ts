import { cslTypes, type CslItem, type CslType } from '../../../shared/domain/csl';
import { dateOf, dateText, kindOf, namesOf, oneLine, readDate, setText, textVariables } from '../values';
import { fromTwoParts, twoPartName } from './names';

/**
 * Zotero's field `Extra`: what a person wrote there, and one line "name: value" for each CSL variable that Zotero has no field
 * for. Zotero reads such lines for its citations (its documentation, "Citing Fields from Extra"); so do we.
 */

/** The lines for an item's variables that have no field. Names are written one a line, parted by "||". */
export function extraLines(csl: CslItem, variables: readonly string[]): string[] {
  return variables.flatMap((variable) => {
    const kind = kindOf(variable);
    if (kind === 'names') {
      return namesOf(csl, variable).map((name) => {
        const { surname, given } = twoPartName(name);
        return `${variable}: ${given === undefined ? surname : `${surname} || ${given}`}`;
      });
    }
    const value = csl[variable];
    const text = kind === 'date' ? dateText(dateOf(csl, variable)) : isScalar(value) ? oneLine(String(value)) : '';
    return text === '' ? [] : [`${variable}: ${text}`];
  });
}

/** Whether a variable can be written so: those whose value is an object of its own cannot. */
export function fitsExtra(csl: CslItem, variable: string): boolean {
  const known = kindOf(variable) !== 'text' || textVariables.get(variable.toLowerCase()) === variable;
  return known && extraLines(csl, [variable]).length > 0;
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

export interface Extra {
  type: CslType | undefined;
  citationKey: string;
  /** What is no variable: a person's own words. */
  note: string;
}

/** Reads such a field into an item; what it has already stays. */
export function readExtra(text: string, csl: CslItem): Extra {
  const extra: Extra = { type: undefined, citationKey: '', note: '' };
  const rest: string[] = [];
  for (const line of text.split('\n')) {
    const [, label = '', value = ''] = /^\s*([A-Za-z][A-Za-z _-]{1,40})\s*:\s*(\S.*)$/u.exec(line) ?? [];
    if (label === '' || !readLine(extra, csl, label.trim(), value.trim())) rest.push(line.trim());
  }
  extra.note = rest.join('\n').trim();
  return extra;
}

function readLine(extra: Extra, csl: CslItem, label: string, value: string): boolean {
  const name = label.toLowerCase().replaceAll(/[ _]/gu, '-');
  if (name === 'citation-key' || name === 'citationkey') {
    extra.citationKey ||= value;
    return true;
  }
  if (name === 'type') {
    extra.type = cslTypes.find((type) => type === value.toLowerCase());
    return extra.type !== undefined;
  }
  const kind = kindOf(name);
  if (kind === 'names') {
    const [surname = '', given] = value.split(/\s*\|\|\s*/u);
    const list = (csl[name] ??= []);
    if (Array.isArray(list)) list.push(fromTwoParts({ surname, given }));
    return true;
  }
  if (kind === 'date') {
    csl[name] ??= readDate(value);
    return true;
  }
  const variable = textVariables.get(name) ?? textVariables.get(name.replaceAll('-', '_'));
  // "note" is what the rest of the field is.
  return variable !== undefined && variable !== 'note' && setText(csl, variable, value);
}
