/**
 * Names of other alphabets in plain Latin letters, after the simple romanisations that newspapers use. Input is folded
 * (shared/search/fold.ts): lower case, without accents.
 */
const letters: Readonly<Record<string, string>> = {
  // Cyrillic, with the letters of its neighbours
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', і: 'i',
  ј: 'y', є: 'ye', ў: 'v', ҹ: 'j', љ: 'lj', њ: 'nj', ћ: 'c', ђ: 'dj', џ: 'dzh',
  // Greek
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r',
  σ: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o',
  // Armenian
  ա: 'a', բ: 'b', գ: 'g', դ: 'd', ե: 'e', զ: 'z', է: 'e', ը: 'y', թ: 't', ժ: 'zh', ի: 'i', լ: 'l', խ: 'kh', ծ: 'ts', կ: 'k', հ: 'h', ձ: 'dz',
  ղ: 'gh', ճ: 'ch', մ: 'm', յ: 'y', ն: 'n', շ: 'sh', ո: 'o', չ: 'ch', պ: 'p', ջ: 'j', ռ: 'r', ս: 's', վ: 'v', տ: 't', ր: 'r', ց: 'ts', ւ: 'v',
  փ: 'p', ք: 'k', օ: 'o', ֆ: 'f', և: 'ev',
  // Georgian
  ა: 'a', ბ: 'b', გ: 'g', დ: 'd', ე: 'e', ვ: 'v', ზ: 'z', თ: 't', ი: 'i', კ: 'k', ლ: 'l', მ: 'm', ნ: 'n', ო: 'o', პ: 'p', ჟ: 'zh', რ: 'r',
  ს: 's', ტ: 't', უ: 'u', ფ: 'p', ქ: 'k', ღ: 'gh', ყ: 'q', შ: 'sh', ჩ: 'ch', ც: 'ts', ძ: 'dz', წ: 'ts', ჭ: 'ch', ხ: 'kh', ჯ: 'j', ჰ: 'h',
}; // prettier-ignore

const pairs: readonly (readonly [RegExp, string])[] = [
  [/дж/gu, 'j'],
  [/кс/gu, 'x'],
  [/(?<=[иы])й(?=\P{L}|$)/gu, ''],
  [/ου/gu, 'u'],
  [/ει|οι/gu, 'i'],
  [/αι/gu, 'e'],
  [/μπ/gu, 'b'],
  [/ντ/gu, 'd'],
  [/γκ|γγ/gu, 'g'],
  [/ու|ու/gu, 'u'],
];

const spelt = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]+$/u;
const consonantal = /^[\p{Script=Arabic}\p{Script=Hebrew}]+$/u;

/** A folded word of an alphabet that writes its vowels, in Latin letters; null for any other script. */
export function latinOf(word: string): string | null {
  const hangul = hangulIn(word);
  if (hangul !== null) return hangul;
  if (!spelt.test(word)) return null;
  let text = word;
  for (const [written, said] of pairs) text = text.replace(written, said);
  return Array.from(text, (letter) => letters[letter] ?? letter).join('');
}

/** Whether a folded word is of a script that leaves short vowels out. */
export function isConsonantal(word: string): boolean {
  return consonantal.test(word);
}

const initials = ['g', 'kk', 'n', 'd', 'tt', 'r', 'm', 'b', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k', 't', 'p', 'h'];
const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const finals = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');

/** Hangul in the Revised Romanisation, syllable by syllable (Unicode's arithmetic of Hangul syllables); null for other scripts. */
function hangulIn(word: string): string | null {
  const composed = word.normalize('NFC');
  if (!/^[가-힣]+$/u.test(composed)) return null;
  return Array.from(composed, (syllable) => {
    const index = (syllable.codePointAt(0) ?? 0) - 0xac00;
    const tail = index % 28;
    return `${initials[Math.floor(index / 588)]}${vowels[Math.floor((index % 588) / 28)]}${finals[tail]}`;
  }).join('');
}
