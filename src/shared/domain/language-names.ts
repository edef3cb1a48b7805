import { localeName } from '../citing/locale-names';
import { readLanguage } from './language';

/** Languages that every platform has a name for, and variants that are spelled apart. */
const codes =
  'af ak am an ar as ay az be bg bm bn br bs ca co cs cy da de dv ee el en eo es et eu fa fi fo fr fy ga gd gl gn gu ha he hi ht hu ' +
  'hy ia id ig is it ja jv ka kk km kn ko ku ky la lb lg ln lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn ny oc om or pa pl ps pt ' +
  'qu rm ro ru rw sa sd si sk sl sm sn so sq sr st su sv sw ta te tg th ti tk tn to tr ts tt ug uk ur uz vi wa wo xh yi yo zh zu ast ' +
  'bho ceb chr ckb fil haw mai mni en-GB en-US en-AU en-CA de-AT de-CH fr-CA fr-CH es-419 es-MX pt-BR pt-PT nl-BE az-Arab fa-AF ' +
  'sr-Latn uz-Cyrl zh-Hans zh-Hant zh-TW';

/** Further ones that sources are written in: browsers leave their names out. */
const otherNames =
  'aa:Afar, ab:Abkhazian, av:Avaric, ba:Bashkir, bi:Bislama, bo:Tibetan, ce:Chechen, ch:Chamorro, cu:Church Slavic, cv:Chuvash, ' +
  'dz:Dzongkha, ff:Fula, fj:Fijian, grc:Ancient Greek, gv:Manx, ii:Sichuan Yi, ik:Inupiaq, io:Ido, iu:Inuktitut, kg:Kongo, ki:Kikuyu, ' +
  'kl:Kalaallisut, kr:Kanuri, ks:Kashmiri, kv:Komi, kw:Cornish, li:Limburgish, lu:Luba-Katanga, mh:Marshallese, na:Nauru, nd:North ' +
  'Ndebele, nr:South Ndebele, nv:Navajo, oj:Ojibwa, os:Ossetic, pi:Pali, rn:Rundi, sc:Sardinian, se:Northern Sami, sg:Sango, ' +
  'ss:Swati, ty:Tahitian, ve:Venda, vo:Volapük, za:Zhuang, bal:Baluchi, ban:Balinese, bua:Buriat, crh:Crimean Tatar, csb:Kashubian, ' +
  'dsb:Lower Sorbian, frr:Northern Frisian, fur:Friulian, gag:Gagauz, gez:Geez, got:Gothic, gsw:Swiss German, hsb:Upper Sorbian, ' +
  'inh:Ingush, kab:Kabyle, kbd:Kabardian, krc:Karachay-Balkar, krl:Karelian, kum:Kumyk, lez:Lezghian, lij:Ligurian, lmo:Lombard, ' +
  'lzz:Laz, mrj:Western Mari, myv:Erzya, nap:Neapolitan, nds:Low German, nog:Nogai, non:Old Norse, ota:Ottoman Turkish, ' +
  'pap:Papiamento, pnt:Pontic, rom:Romany, sah:Yakut, sat:Santali, sco:Scots, scn:Sicilian, shi:Tachelhit, syr:Syriac, szl:Silesian, ' +
  'tet:Tetum, tyv:Tuvinian, udm:Udmurt, vec:Venetian, war:Waray, zza:Zaza, ang:Old English, arc:Aramaic, akk:Akkadian, cop:Coptic, ' +
  'egy:Ancient Egyptian, fro:Old French, gmh:Middle High German, goh:Old High German, sga:Old Irish';
const names: ReadonlyMap<string, string> = new Map(
  otherNames.split(', ').map((entry) => entry.split(':') as [string, string]),
);

export interface LanguageName {
  tag: string;
  /** In English; the tag itself where it has no name. */
  name: string;
  /** What its speakers call it; '' where that is the same, or not known. */
  own: string;
}

export function languageName(tag: string): LanguageName {
  const name = nameIn('en', tag) ?? names.get(tag) ?? tag;
  const own = nameIn(tag, tag) ?? '';
  return { tag, name, own: own === name ? '' : own };
}

/** Undefined where the platform has none in that language. */
function nameIn(language: string, tag: string): string | undefined {
  const isKnown = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(tag) !== undefined;
  return isKnown ? localeName(tag, language) : undefined;
}

/** All of those, by name. */
export function languageNames(): LanguageName[] {
  return [...codes.split(' '), ...names.keys()].map(languageName).sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** A language whose tag was typed in full. */
export function typedLanguage(typed: string): LanguageName | null {
  const tag = readLanguage(typed.trim());
  return tag === null ? null : languageName(tag);
}
