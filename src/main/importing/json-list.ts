import { CommonplaceError } from '../../shared/result';
import { isHypothesis, readHypothesis } from '../annotations/hypothesis';
import { isW3c, readW3c } from '../annotations/w3c';
import { readCslItems } from '../references/csl-json';
import type { Parsed } from './format';
import { parseJson } from './json';

/**
 * Reads a JSON file for what its values are: annotations or references. Its beginning may mislead: it can be all comment, or
 * name the references that annotations are about. @throws CommonplaceError `unreadable`
 */
export function readJsonList(text: string): Parsed {
  const value = parseJson(text);
  if (!isW3c(value) && !isHypothesis(value)) return { kind: 'references', references: readCslItems(value) };
  const read = isW3c(value) ? readW3c(value) : readHypothesis(value);
  if (read.annotations.length === 0 && read.refused.length === 0) {
    throw new CommonplaceError(
      'unreadable',
      'There are no annotations in it, though it looks like a file of them. Export it again from where it comes from.',
    );
  }
  return { kind: 'annotations', annotations: read };
}
