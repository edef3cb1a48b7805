import { describe, expect, it } from 'vitest';
import { calendarLanguages, foldWord, monthWords, persianMonthWords, weekdayWords } from './calendar-words';
import { dateInAddress, parsePublicationDate, parseShownDate } from './dates';

const parts = (text: string, language = '') => parsePublicationDate(text, { language })?.['date-parts']?.[0] ?? null;

describe('calendar words', () => {
  const monthIn = (language: string, calendar: string, options: object, date: Date) => {
    const format = new Intl.DateTimeFormat(`${language}-u-nu-latn-ca-${calendar}`, { ...options, timeZone: 'UTC' });
    return foldWord(format.formatToParts(date).find((part) => part.type === 'month')?.value ?? '');
  };

  it('has every month as ICU writes it', () => {
    const shapes = [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }] as const;
    const missing: string[] = [];
    for (const language of calendarLanguages.split(' ')) {
      for (const shape of shapes) {
        for (let month = 0; month < 12; month += 1) {
          const word = monthIn(language, 'gregory', shape, new Date(Date.UTC(2023, month, 15))).replaceAll(' ', '_');
          const isShort = /^[a-z]{2}$|\d|^\p{L}$/u.test(word);
          if (!isShort && !monthWords[month]?.split(' ').includes(word)) missing.push(`${language} ${word}`);
        }
      }
    }
    // A short word that is another month in two languages belongs to the one named first.
    expect(missing).toEqual([]);
  });

  it('has Solar Hijri months and weekdays', () => {
    for (const language of ['fa', 'fa-AF']) {
      expect(persianMonthWords[1]).toContain(
        monthIn(language, 'persian', { month: 'long' }, new Date(Date.UTC(2023, 4, 1))),
      );
    }
    const friday = new Intl.DateTimeFormat('tr', { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2023, 0, 6));
    expect(weekdayWords.split(' ')).toContain(foldWord(friday));
  });
});

describe('publication dates', () => {
  it.each([
    ['Apr 18, 2031', [2031, 4, 18]],
    ['18 April 2031', [2031, 4, 18]],
    ['Friday, April 18th 2031', [2031, 4, 18]],
    ['Published on April 18th, 2031 at 10:15 AM GMT', [2031, 4, 18]],
    ['First published on Fri 18 Apr 2031 10.15 BST', [2031, 4, 18]],
    ['Tue, 18 Apr 2031 23:10:00 +0000', [2031, 4, 18]],
    ['Fri Apr 18 2031 10:15:00 GMT+0200 (Central European Summer Time)', [2031, 4, 18]],
    ['18 avril 2031 à 10h15', [2031, 4, 18]],
    ['Publié le 1er avril 2031 à 10h15', [2031, 4, 1]],
    ['Veröffentlicht am 18. April 2031, 10:15 Uhr', [2031, 4, 18]],
    ['18 de abril de 2031', [2031, 4, 18]],
    ['18 abr. 2031 - 10:15 CEST', [2031, 4, 18]],
    ['Pubblicato il 18 aprile 2031 alle ore 10:15', [2031, 4, 18]],
    ['18 kwietnia 2031, 10:15', [2031, 4, 18]],
    ['18 aprel 2031, 10:15', [2031, 4, 18]],
    ['18 Nisan 2031 Cuma, 10:15', [2031, 4, 18]],
    ['Giriş Tarihi: 18.04.2031 10:15', [2031, 4, 18]],
    ['18 апреля 2031 г.', [2031, 4, 18]],
    ['18 апреля 2031 года, 10:15', [2031, 4, 18]],
    ['18 квітня 2031, 10:15', [2031, 4, 18]],
    ['18 Απριλίου 2031', [2031, 4, 18]],
    ['18 აპრილი 2031', [2031, 4, 18]],
    ['18 ապրիլի 2031', [2031, 4, 18]],
    ['18 באפריל 2031', [2031, 4, 18]],
    ['۲۹ فروردین ۱۴۰۲', [2023, 4, 18]],
    ['سه‌شنبه ۲۹ فروردین ۱۴۰۲ - ۱۴:۳۰', [2023, 4, 18]],
    ['تاریخ انتشار: ۱۴۰۲/۰۱/۲۹', [2023, 4, 18]],
    ['۲۹ حمل ۱۴۰۲', [2023, 4, 18]],
    ['الثلاثاء ١٨ نيسان ٢٠٢٣', [2023, 4, 18]],
    ['18 كانون الثاني 2023', [2023, 1, 18]],
    ['نشر في: 18 أبريل 2023 الساعة 10:15', [2023, 4, 18]],
    ['18 أفريل 2023', [2023, 4, 18]],
    ['2031年4月18日 10:15', [2031, 4, 18]],
    ['发布时间：2031-04-18 10:15', [2031, 4, 18]],
    ['2031년 4월 18일', [2031, 4, 18]],
    ['입력 2031.04.18 10:15', [2031, 4, 18]],
    ['18.04.2031', [2031, 4, 18]],
    ['18.04.31 10:15', [2031, 4, 18]],
    ['4/18/2031', [2031, 4, 18]],
    ['04/05/2031', [2031]],
    ['2031-04-18T23:30:00-08:00', [2031, 4, 18]],
    ['1681776000', [2023, 4, 18]],
    ['April 2031', [2031, 4]],
    ['Posted on April 18, 2031 by R. J. Okafor', [2031, 4, 18]],
    ['By Ana Petrova, April 18, 2031', [2031, 4, 18]],
    ['By Ana Petrova on 18 April 2031', [2031, 4, 18]],
    ['By Ana Petrova | 18 April 2031 | Tarsk', [2031, 4, 18]],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it('reads figures as the language does', () => {
    expect(parts('04/05/2031', 'fr')).toEqual([2031, 5, 4]);
    expect(parts('04/05/2031', 'en-GB')).toEqual([2031, 5, 4]);
    expect(parts('04/05/2031', 'en-US')).toEqual([2031]);
  });

  it('takes no date out of a sentence, and none that is told from today', () => {
    for (const text of [
      'On April 6, the ministry spoke',
      'The ministry spoke on 6 April 2031',
      '31 Feb 2031',
      '2031',
      'March came in 2031',
      '3 days ago',
      'vor 2 Stunden',
      'Chapter 4 of 2031',
      '',
    ]) {
      expect(parts(text)).toBeNull();
    }
  });

  it('tells the day of a change from the day of publication', () => {
    expect(parseShownDate('Updated 19 April 2031')).toEqual({ date: { 'date-parts': [[2031, 4, 19]] }, updated: true });
    expect(parseShownDate('Published 18 April 2031, updated 19 April 2031')).toEqual({
      date: { 'date-parts': [[2031, 4, 18]] },
      updated: false,
    });
    expect(parseShownDate('18 апреля 2031, 10:15 (обновлено: 19 апреля 2031)')?.date['date-parts']).toEqual([
      [2031, 4, 18],
    ]);
    expect(parseShownDate('Son Güncelleme: 19.04.2031')?.updated).toBe(true);
  });

  it('finds the date in an address', () => {
    expect(dateInAddress('https://a.example/2031/04/18/ports')?.['date-parts']).toEqual([[2031, 4, 18]]);
    expect(dateInAddress('https://a.example/world/2031/apr/18/ports')?.['date-parts']).toEqual([[2031, 4, 18]]);
    expect(dateInAddress('https://a.example/news/2031-04-18-ports.html')?.['date-parts']).toEqual([[2031, 4, 18]]);
    expect(dateInAddress('https://a.example/2031/04/ports')?.['date-parts']).toEqual([[2031, 4]]);
    expect(dateInAddress('https://a.example/id/20314718/x')).toBeNull();
    expect(dateInAddress('https://a.example/2031/99/x')).toBeNull();
  });
});
