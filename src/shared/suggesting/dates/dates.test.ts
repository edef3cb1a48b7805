import { describe, expect, it } from 'vitest';
import { suggestIn } from '../testing';

// Published on Friday, 18 April 2031.
const dates = (text: string | string[], published?: string) =>
  suggestIn(text, published === undefined ? {} : { published }).events.map(({ date }) => date);

describe('suggested dates', () => {
  it.each([
    ['It sank on April 6.', '2031-04-06'],
    ['It sank on the 6th of April.', '2031-04-06'],
    ['It sank on 6 December.', '2030-12-06'],
    ['It sank on Dec. 6, 2029.', '2029-12-06'],
    ['It sank on 2029-12-06.', '2029-12-06'],
    ['It sank on 24/12/2029.', '2029-12-24'],
    ['It sank on 04/05/2029.', '2029'],
    ['It sank on Thursday.', '2031-04-17'],
    ['It sank last Friday.', '2031-04-11'],
    ['It sank on Friday.', '2031-04-18'],
    ['It will sail next Monday.', '2031-04-21'],
    ['It will sail on Tuesday.', '2031-04-22'],
    ['It sank yesterday.', '2031-04-17'],
    ['It sank three days ago.', '2031-04-15'],
    ['It sank two months ago.', '2031-02'],
    ['It sank two weeks ago.', '2031-04-04~'],
    ['It sank in March.', '2031-03'],
    ['It sank last month.', '2031-03'],
    ['It sank last year.', '2030'],
    ['It sank in November.', '2030-11'],
    ['It will sail in May.', '2031-05'],
    ['It has sailed since 2020.', '2020/..'],
    ['It sailed until March 2029.', '../2029-03'],
    ['It sailed from 2015 to 2018.', '2015/2018'],
    ['It sailed between 9 and 12 March.', '2031-03-09/2031-03-12'],
    ['It sailed March 28–30.', '2031-03-28/2031-03-30'],
    ['It sailed from 28 March to 2 April.', '2031-03-28/2031-04-02'],
    ['It sailed in early 2029.', '2029'],
    ['It sailed in the late 1990s.', '199X'],
    ['It sailed in the 19th century.', '18XX'],
    ['It sank in the spring of 2029.', '2029-21'],
    ['It sank last summer.', '2030-22'],
    ['It sank around 2019.', '2019~'],
    ['Over the past year it has sailed twice.', '2030~/2031~'],
    ['It sailed in the first half of 2029.', '2029-01/2029-06'],
    ['The 2020 war is over.', '2020'],
    ['The trial resumes Tuesday.', '2031-04-22'],
    ['The council decided to publish it in May.', '2031-05'],
    ['Somebody should say so before the vote on 9 June.', '2031-06-09'],
    ['The tariff is to begin in December.', '2031-12'],
    ['It was sold in May.', '2030-05'],
    ['It was sold on November 30 last year.', '2030-11-30'],
    ['It was sold on 5 January of this year.', '2031-01-05'],
    ['They voted by nine to seven on Monday to sell it.', '2031-04-14'],
    ['It sank on the last day of June 2029.', '2029-06-30'],
    ['It sank earlier in the week.', '2031-04-14/2031-04-20'],
    ['It sank on the 9th, and was found.', '2031-04-09'],
    ['It will sail by the end of the month.', '2031-04'],
    ['It will sail by year’s end.', '2031'],
    ['Velia said Friday it was sold.', '2031-04-18'],
    ['On Tuesday Velia sold it.', '2031-04-15'],
    ['It will last until January next year.', '../2032-01'],
    ['It stood on the 9th floor.', undefined],
    ['It sank on 31 February.', undefined],
    ['It may sink. They march on. It holds 2000 people.', undefined],
    ['It fell under the 1961 Vienna Convention.', undefined],
    ['It lasted 30 years and 48 hours.', undefined],
  ])('%s → %s', (text, expected) => {
    expect(dates(text)).toEqual(expected === undefined ? [] : [expected]);
  });

  it('counts from the date before where the text does', () => {
    expect(dates('It sailed on 6 March. Two days later it sank. The following month it was found.')).toEqual([
      '2031-03-06',
      '2031-03-08',
      '2031-04',
    ]);
  });

  it('counts a day earlier from the day before it, and from publication where none is near', () => {
    expect(dates('It sank on 6 March. It had been sold a day earlier.')).toEqual(['2031-03-06', '2031-03-05']);
    expect(dates('It sailed on 9 March 2029. It had been sold two days before.')).toEqual(['2029-03-09', '2029-03-07']);
    expect(dates('It sailed on 9 March 2029, two days before the vote.')).toEqual(['2029-03-09']);
    expect(dates('It has sailed since 2020. It was sold a day earlier.')).toEqual(['2020/..', '2031-04-17']);
  });

  it('counts the following morning, spring and Friday from the date before', () => {
    expect(dates('It sailed on 6 March. The following morning it sank.')).toEqual(['2031-03-06', '2031-03-07']);
    expect(dates('It sailed in 2029. It sank the following spring.')).toEqual(['2029', '2030-21']);
    expect(dates('It sailed on 6 March. It sank on the following Friday.')).toEqual(['2031-03-06', '2031-03-07']);
  });

  it('counts the year before from the year before it', () => {
    expect(dates('It sailed in 2029, as it had the year before.')).toEqual(['2029', '2028']);
  });

  it('keeps the year of a story', () => {
    expect(
      dates(
        ['In 1921 the bank failed.', 'On 6 April 1921 it opened again. In May it failed. In January it was sold.'],
        '2019',
      ),
    ).toEqual(['1921', '1921-04-06', '1921-05', '1921-01']);
  });

  it('resolves nothing without a day to count from, but what is written in full', () => {
    expect(dates('On Tuesday it sank. On April 6 it rose. In 2029 it was sold.', '')).toEqual(['2029']);
  });

  it('takes the line under a headline and an agency’s dateline for no event', () => {
    expect(dates(['April 18, 2031', 'LORN, April 18 – The ship sank on Tuesday.'])).toEqual(['2031-04-15']);
  });

  it('gives the event its clause, its actors and its place', () => {
    const [event] = suggestIn('On April 6, Anna Orr met Piet Wallin in Geneva.').events;
    expect(event).toMatchObject({
      title: 'Anna Orr met Piet Wallin in Geneva',
      place: 'Geneva',
      actors: [
        { name: 'Anna Orr', role: 'acts' },
        { name: 'Piet Wallin', role: 'named' },
      ],
      expression: { text: 'April 6' },
    });
  });
});
