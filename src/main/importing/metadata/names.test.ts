import { describe, expect, it } from 'vitest';
import type { CslName } from '../../../shared/domain/csl';
import { parseByline, parseNames } from './names';

const written = (names: CslName[] | null) =>
  names?.map(
    (name) =>
      name.literal ??
      [name.given, name['non-dropping-particle'], name.family?.toUpperCase(), name.suffix].filter(Boolean).join(' '),
  ) ?? null;

describe('names', () => {
  it.each([
    ['Ana Petrova', ['Ana PETROVA']],
    ['ANA PETROVA', ['Ana PETROVA']],
    ['Ana Petrova and Omar Reyes', ['Ana PETROVA', 'Omar REYES']],
    ['Ana Petrova, Omar Reyes and Lena Maron', ['Ana PETROVA', 'Omar REYES', 'Lena MARON']],
    ['Petrova, Ana; Reyes, Omar', ['Ana PETROVA', 'Omar REYES']],
    ['Ana Petrova, Senior Foreign Correspondent', ['Ana PETROVA']],
    ['Ana Petrova Senior Foreign Correspondent', ['Ana PETROVA']],
    ['Ana Petrova BNA Executive News Editor', ['Ana PETROVA']],
    ['Ana Petrova in Tarsk', ['Ana PETROVA']],
    ['Ana Petrova for the Gazette', ['Ana PETROVA']],
    ['Ana Petrova | Harbour Gazette', ['Ana PETROVA']],
    ['Ana Petrova — ', ['Ana PETROVA']],
    ['Ana Petrova May 6, 2031', ['Ana PETROVA']],
    ['Ana Petrova, 6 May 2031 10:15', ['Ana PETROVA']],
    ['Ana Petrova (avec Omar Reyes et Lena Maron)', ['Ana PETROVA', 'Omar REYES', 'Lena MARON']],
    ['Ana Petrova (Tarsk)', ['Ana PETROVA']],
    ['Ana Petrova @anap', ['Ana PETROVA']],
    ['Mark Di Stefano', ['Mark DI STEFANO']],
    ['Jan van der Holt', ['Jan van der HOLT']],
    ['María del Carmen Ruiz y José Ortega y Gasset', ['María del Carmen RUIZ', 'José Ortega y GASSET']],
    ['Anna Rossi e Marco Bianchi', ['Anna ROSSI', 'Marco BIANCHI']],
    ['Корреспондент Анна Петрова', ['Анна ПЕТРОВА']],
    ['Анна Петрова, Иван Сидоров', ['Анна ПЕТРОВА', 'Иван СИДОРОВ']],
    ['Ayşe Yılmaz ve Mehmet Kaya', ['Ayşe YILMAZ', 'Mehmet KAYA']],
    ['Ana Petrova Jr.', ['Ana PETROVA Jr.']],
    ['Bay News Agency', ['Bay News Agency']],
    ['Harbour Gazette Staff', ['Harbour Gazette Staff']],
    ['Omar Reyes and Bay Wire Staff', ['Omar REYES']],
    ['BNA', ['BNA']],
    ['Redacción', ['Redacción']],
    ['Ministry of Foreign Affairs of Velia', ['Ministry of Foreign Affairs of Velia']],
    ['admin', []],
    ['Staff Writer', []],
    ['jsmith42', []],
    ['gazette.example', []],
    ['https://www.facebook.com/harbourgazette', []],
    ['ana@gazette.example', []],
    ['6 May 2031', []],
    ['王小明', ['王小明']],
  ])('%s', (text, expected) => {
    expect(written(parseNames(text))).toEqual(expected);
  });

  it.each([
    ['By Ana Petrova', ['Ana PETROVA']],
    ['Written by Ana Petrova and Omar Reyes', ['Ana PETROVA', 'Omar REYES']],
    ['Par Ana Petrova avec BNA', ['Ana PETROVA']],
    ['Von Jan van der Holt, Tarsk', ['Jan van der HOLT']],
    ['Por Ana Petrova', ['Ana PETROVA']],
    ['Di Anna Rossi', ['Anna ROSSI']],
    ['Автор: Анна Петрова', ['Анна ПЕТРОВА']],
    ['نویسنده: آنا پترووا', ['آنا پترووا']],
    ['By Bay News Agency', ['Bay News Agency']],
    ['By the time the ministers met, all was lost', null],
    ['By Monday the port was closed.', null],
    ['De haven is dicht', null],
    ['Von dort kam keine Antwort', null],
  ])('byline: %s', (text, expected) => {
    expect(written(parseByline(text))).toEqual(expected);
  });
});
