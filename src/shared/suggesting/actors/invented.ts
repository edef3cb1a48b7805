import type { Language } from '../language';
import type { Token } from '../text/tokens';
import type { Gazetteer } from './gazetteer';

const adjective = /^(\p{L}{3,}?)(?:n?ian|vian|an|ese|ish|ic|ite|er|i|n)$/u;
const baseEndings = new Set([
  '',
  'a',
  'ia',
  'ya',
  'e',
  'o',
  'y',
  'land',
  'stan',
  'ea',
  'ua',
  'us',
  'um',
  'is',
  'en',
  'ni',
  'na',
  'l',
  'r',
  's',
  'i',
]);

/**
 * States that no list has, found by their nationality: a text that says both "Merevia" and "Merevian officials" speaks of a
 * state or a land. Added to the gazetteer of this text.
 */
export function addInvented(tokens: readonly Token[], language: Language, gazetteer: Gazetteer): void {
  const capitals = new Map<string, Token>();
  const lower = new Set<string>();
  const describing = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || token.text.length < 4) continue;
    if (!token.capital) {
      lower.add(token.norm);
      continue;
    }
    if (!capitals.has(token.norm)) capitals.set(token.norm, token);
    const next = tokens[index + 1];
    if (next?.kind === 'word' && !token.possessive && (!next.capital || isHead(next.norm, language))) {
      if (
        !language.functionWords.has(next.norm) &&
        !language.speechVerbs.has(next.norm) &&
        !language.irregularVerbs.has(next.norm)
      ) {
        describing.add(token.norm);
      }
    }
  }
  const bases = [...capitals.keys()].filter(
    (norm) => !language.commonWords.has(norm) && !language.givenNames.has(norm) && !lower.has(norm),
  );
  const byStart = new Map<string, string[]>();
  for (const base of bases) {
    const start = base.slice(0, 3);
    const list = byStart.get(start);
    if (list === undefined) byStart.set(start, [base]);
    else if (list.length < 200) list.push(base);
  }
  for (const norm of describing) {
    const stem = adjective.exec(norm)?.[1];
    if (stem === undefined || lower.has(norm) || language.givenNames.has(norm) || language.commonWords.has(norm))
      continue;
    const base = (byStart.get(norm.slice(0, 3)) ?? []).find(
      (candidate) =>
        candidate !== norm &&
        candidate.length < norm.length + 4 &&
        isBaseOf(candidate, norm) &&
        !listed(candidate, gazetteer, tokens, capitals),
    );
    if (base === undefined || listed(norm, gazetteer, tokens, capitals)) continue;
    const name = capitals.get(base)!.text;
    gazetteer.add(name, { type: 'state', name, own: name, kind: 'state' });
    gazetteer.add(norm, { type: 'adjective', name, own: capitals.get(norm)!.text, kind: 'state' });
    gazetteer.add(`${norm}s`, { type: 'adjective', name, own: `${capitals.get(norm)!.text}s`, kind: 'state' });
  }
}

/** "merevia" of "merevian", "qazhar" of "qazhari", "velland" of "vellish". */
function isBaseOf(base: string, norm: string): boolean {
  for (const ending of ['nian', 'vian', 'ian', 'an', 'ese', 'ish', 'ic', 'ite', 'er', 'i', 'n']) {
    if (!norm.endsWith(ending)) continue;
    const stem = norm.slice(0, -ending.length);
    if (stem.length < 3 || !base.startsWith(stem)) continue;
    if (base.length >= 4 && baseEndings.has(base.slice(stem.length))) return true;
  }
  return false;
}

function listed(
  norm: string,
  gazetteer: Gazetteer,
  tokens: readonly Token[],
  capitals: ReadonlyMap<string, Token>,
): boolean {
  const token = capitals.get(norm);
  return token !== undefined && gazetteer.at([token], 0, 1) !== null && tokens.length > 0;
}

function isHead(norm: string, language: Language): boolean {
  return language.organisationHeads.has(norm) || language.roleHeads.has(norm) || language.roleModifiers.has(norm);
}
