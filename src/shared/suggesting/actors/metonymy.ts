import type { Language } from '../language';
import type { Reading } from '../text/reading';
import type { Found } from './mentions';

const physical =
  /^(?:streets?|airport|mayor|bazaar|suburbs?|outskirts|port|university|stock|metro|hotels?|skyline|centre|center|old|city|main|central|squares?|harbour|harbor|residents|population|climate|museums?|embassy|court|police)$/u;
const answers =
  /^(?:complaints?|pressure|statements?|support|response|denials?|signals?|threats?|messages?|word|reply|assurances?|warnings?|orders?|criticism|demands?|instructions|backing|help|approval|permission|silence|condemnation|protests?|invitation|promises?|concessions)$/u;

/**
 * Whether a capital stands for its state here: it speaks or acts, has relations or is dealt with. Where somebody or something
 * merely is, it is the place.
 */
export function standsForState(
  { tokens, sentences }: Reading,
  found: Found,
  language: Language,
  before: Found | undefined,
): boolean {
  const { from: low, to: high } = sentences[found.sentence]!;
  const prior = found.from > low ? tokens[found.from - 1]! : undefined;
  const next = found.to < high ? tokens[found.to]! : undefined;
  if (prior !== undefined) {
    // "its ambassador to Tehran"
    if (
      prior.norm === 'to' &&
      /^(?:ambassador|envoy|embassy|message|protest|complaint)$/u.test(tokens[found.from - 2]?.norm ?? '')
    )
      return true;
    if (
      /^(?:in|at|near|outside|around|inside|to|into|via|through|toward|across|visit|visits|visited|visiting|leave|left|leaving|reach|reached|entered|of|greater|downtown|central)$/u.test(
        prior.norm,
      )
    )
      return false;
    // "said Warsaw was tired"
    if (
      language.thatVerbs.has(prior.norm) &&
      /^(?:was|had|would|will|has|is|could|must|should)$/u.test(next?.norm ?? '')
    )
      return true;
    if (prior.norm === 'from') return answers.test(tokens[found.from - 2]?.norm ?? '');
    if (/^(?:with|between|against|by|that|while|whether|if|as|because|for|towards|and)$/u.test(prior.norm)) {
      if (prior.norm !== 'and' && prior.norm !== 'for' && prior.norm !== 'by') return true;
      // “…, and Seoul discovered”: a clause of its own.
      if (prior.norm === 'and' && tokens[found.from - 2]?.text !== ',')
        return (
          before?.to === found.from - 1 &&
          /^(?:state|capital|metonym)$/u.test(before.type) &&
          acts(next, language, tokens[found.to + 1]?.norm) !== 'no'
        );
      if (prior.norm !== 'and') return prior.norm === 'by' && !tokens[found.to - 1]!.possessive;
    }
  }
  if (tokens[found.to - 1]!.possessive) return next !== undefined && !physical.test(next.norm);
  const act = acts(next, language, tokens[found.to + 1]?.norm);
  if (act === 'yes') return true;
  if (next?.norm !== 'and' || tokens[found.to + 1]?.capital !== true) return false;
  return prior === undefined || acts(tokens[found.to + 2], language, tokens[found.to + 3]?.norm) === 'yes';
}

/** What a government is, and a city is not. */
const attitude =
  /^(?:willing|unwilling|ready|reluctant|keen|eager|wary|angry|furious|silent|concerned|worried|prepared|determined|convinced|aware|unlikely|adamant|cautious|hesitant|tired|grateful|open|committed|opposed|alarmed|furious|interested|satisfied|confident)$/u;

/** What a government is doing. */
const deeds =
  /^(?:sending|seeking|trying|pushing|preparing|planning|considering|weighing|asking|calling|urging|offering|demanding|negotiating|refusing|denying|accusing|supporting|backing|arming|blocking|using|playing|looking|betting|hoping|watching|waiting|insisting|pressing|threatening)$/u;

function acts(
  next: { kind: string; norm: string; capital: boolean } | undefined,
  language: Language,
  after?: string,
): 'yes' | 'no' | 'unsure' {
  if (next === undefined || next.kind !== 'word') return 'unsure';
  if (/^(?:is|are|was|were)$/u.test(next.norm) && (attitude.test(after ?? '') || deeds.test(after ?? ''))) return 'yes';
  if (next.capital || /^(?:is|are|was|were|be|fell|lay|grew|became|shook)$/u.test(next.norm)) return 'no';
  if (language.speechVerbs.has(next.norm) || language.irregularVerbs.has(next.norm)) return 'yes';
  if (/ed$/u.test(next.norm) && next.norm.length > 4) return 'yes';
  return 'unsure';
}
