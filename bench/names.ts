import { seeded, type Random } from './random';

export type Script = 'Latn' | 'Cyrl' | 'Arab';

/** Invented people whose names are written in four ways: with diacritics, romanised without, in Cyrillic and in Arabic script. */
export interface Person {
  /** In the order of `spelled`. */
  spellings: readonly [string, string, string, string];
}

type Sound = readonly [diacritic: string, plain: string, cyrillic: string, arabic: string];
const sounds = (list: string): Sound[] => list.split(' ').map((sound) => sound.split(',') as unknown as Sound);

const consonants = sounds(
  'b,b,б,ب ç,ch,ч,چ d,d,д,د f,f,ф,ف g,g,г,گ ğ,gh,г,غ x,kh,х,خ k,k,к,ک l,l,л,ل m,m,м,م n,n,н,ن p,p,п,پ q,q,к,ق r,r,р,ر s,s,с,س ş,sh,ш,ش t,t,т,ت v,v,в,و z,z,з,ز',
);
const vowels = sounds('ə,a,а, a,a,а,ا i,i,и,ی o,o,о,و u,u,у,و ü,u,ю,و');
const endings = sounds(
  'ov,ov,ов,وف li,li,ли,لی zadə,zade,заде,زاده yan,yan,ян,یان man,man,ман,مان oğlu,oghlu,оглы,اوغلو',
);

const written = ['Latn', 'Latn', 'Cyrl', 'Arab'] as const;

function spelled(parts: readonly Sound[]): string[] {
  return written.map((_, way) => {
    const word = parts.map((sound) => sound[way]).join('');
    return `${word[0]!.toUpperCase()}${word.slice(1)}`;
  });
}

const syllable = (random: Random): Sound[] => [random.pick(consonants), random.pick(vowels)];

/** The person of that number, always the same one. */
export function personAt(number: number): Person {
  const random = seeded(number * 104_729 + 3);
  const given = spelled([...syllable(random), ...syllable(random), random.pick(consonants)]);
  const family = spelled([...syllable(random), ...syllable(random), random.pick(consonants), random.pick(endings)]);
  return { spellings: given.map((name, way) => `${name} ${family[way]}`) as unknown as Person['spellings'] };
}

/** How the person's name is written in that script. */
export function spellingsIn({ spellings }: Person, script: Script): string[] {
  return spellings.filter((_, way) => written[way] === script);
}
