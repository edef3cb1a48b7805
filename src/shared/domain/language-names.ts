import { localeName } from '../citing/locale-names';
import { readLanguage } from './language';

/** Languages to choose from: those of ISO 639-1, others that sources are written in, and variants that are spelled apart. */
const codes =
  'aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr ' +
  'fy ga gd gl gn gu gv ha he hi ht hu hy ia id ig ii ik io is it iu ja jv ka kg ki kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt ' +
  'lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne nl nn nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl ' +
  'sm sn so sq sr ss st su sv sw ta te tg th ti tk tn to tr ts tt ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ' +
  'ast bal ban bho bua ceb chr ckb crh csb dsb fil frr fur gag gez got grc gsw haw hsb inh kab kbd krc krl kum lez lij lmo lzz mai mni ' +
  'mrj myv nap nds nog non ota oui pap pnt rom sah sat sco scn shi syr szl tet tyv udm vec war zza ang arc akk cop egy fro gmh goh sga ' +
  'en-GB en-US en-AU en-CA de-AT de-CH fr-CA fr-CH es-419 es-MX pt-BR pt-PT nl-BE az-Arab fa-AF sr-Latn uz-Cyrl zh-Hans zh-Hant zh-TW';

export interface LanguageName {
  tag: string;
  /** In English. */
  name: string;
  /** What its speakers call it; '' where that is the same, or not known. */
  own: string;
}

export function languageName(tag: string): LanguageName {
  const name = localeName(tag, 'en');
  const own = localeName(tag);
  return { tag, name, own: own === name || own === tag ? '' : own };
}

/** Those that the platform has a name for, by name. */
export function languageNames(): LanguageName[] {
  return codes
    .split(' ')
    .map(languageName)
    .filter(({ tag, name }) => name !== tag)
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** A language whose tag was typed in full: "de-1901", "x" is none. */
export function typedLanguage(typed: string): LanguageName | null {
  const tag = readLanguage(typed.trim());
  return tag === null ? null : languageName(tag);
}
