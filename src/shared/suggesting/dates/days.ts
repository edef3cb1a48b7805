/** A day of the Gregorian calendar; `month` and `day` are absent where only the year, or the month, is known. */
export interface Day {
  year: number;
  /** 1–12. */
  month?: number;
  day?: number;
}

export type Unit = 'day' | 'week' | 'month' | 'year' | 'decade' | 'century';

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

/** EDTF text of a day, month or year. */
export function edtfOf({ year, month, day }: Day): string {
  return [pad(year, 4), ...(month === undefined ? [] : [pad(month)]), ...(day === undefined ? [] : [pad(day)])].join(
    '-',
  );
}

export function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (((year % 400) + 400) % 400), month, 0)).getUTCDate();
}

/** A day so many days later, in years 1 to 9998. */
export function addDays({ year, month = 1, day = 1 }: Day, days: number): Required<Day> {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day + days);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function addMonths({ year, month = 1 }: Day, months: number): { year: number; month: number } {
  const index = year * 12 + (month - 1) + months;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf({ year, month, day }: Required<Day>): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCDay();
}

/** Whole days from a to b. */
export function daysBetween(a: Required<Day>, b: Required<Day>): number {
  const time = ({ year, month, day }: Required<Day>) => {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    return date.getTime();
  };
  return Math.round((time(b) - time(a)) / 86_400_000);
}

export function isWhole(day: Day | null): day is Required<Day> {
  return day !== null && day.month !== undefined && day.day !== undefined;
}
