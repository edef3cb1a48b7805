/** A line of the axis. */
export interface Tick {
  /** Milliseconds (UTC, since 1970). */
  at: number;
  label: string;
}

const day = 86_400_000;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const daySteps = [1, 2, 7, 14];
const monthSteps = [1, 3, 6];
const yearFactors = [1, 2, 5];

/**
 * Where the axis has lines from one time to another: at days, months or years, as close as `least` px apart allow. Days step from
 * the first of each month, so that they stay in place while one pans.
 */
export function ticks(from: number, to: number, msPerPx: number, least = 88): Tick[] {
  const room = msPerPx * least;
  const days = daySteps.find((step) => step * day >= room);
  if (days !== undefined) return dayTicks(from, to, days);
  const inMonths = monthSteps.find((step) => step * 30 * day >= room);
  return inMonths === undefined ? yearTicks(from, to, room) : monthTicks(from, to, inMonths);
}

function dayTicks(from: number, to: number, step: number): Tick[] {
  const found: Tick[] = [];
  for (const first of monthStarts(from, to)) {
    const next = addMonths(first, 1);
    for (let each = first; each < next; each += step * day) {
      // The last step before a month's end would crowd the next month's first.
      if (each > first && next - each < (step * day) / 2) continue;
      if (each >= from - step * day && each <= to) found.push({ at: each, label: dayLabel(each) });
    }
  }
  return found;
}

function monthTicks(from: number, to: number, step: number): Tick[] {
  return monthStarts(from, to)
    .filter((at) => new Date(at).getUTCMonth() % step === 0)
    .map((at) => ({ at, label: monthLabel(at) }));
}

function yearTicks(from: number, to: number, room: number): Tick[] {
  const years = room / (365.25 * day);
  let step = 10 ** Math.floor(Math.log10(Math.max(1, years)));
  step *= yearFactors.find((factor) => factor * step >= years) ?? 10;
  const found: Tick[] = [];
  const last = yearOf(to);
  for (let year = Math.floor(yearOf(from) / step) * step; year <= last; year += step) {
    found.push({ at: startOf(year, 0), label: yearLabel(year) });
  }
  return found;
}

function monthStarts(from: number, to: number): number[] {
  const begun = new Date(from);
  const found: number[] = [];
  for (let at = startOf(begun.getUTCFullYear(), begun.getUTCMonth()); at <= to; at = addMonths(at, 1)) found.push(at);
  return found;
}

function addMonths(at: number, count: number): number {
  const date = new Date(at);
  return startOf(date.getUTCFullYear(), date.getUTCMonth() + count);
}

/** Years 0–99 are those years. */
function startOf(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}

const yearOf = (at: number) => new Date(at).getUTCFullYear();
const yearLabel = (year: number) => (year <= 0 ? `${1 - year} BC` : String(year));

function monthLabel(at: number): string {
  const date = new Date(at);
  return date.getUTCMonth() === 0 ? yearLabel(date.getUTCFullYear()) : (months[date.getUTCMonth()] ?? '');
}

function dayLabel(at: number): string {
  const date = new Date(at);
  const first = date.getUTCDate() === 1;
  const month = months[date.getUTCMonth()] ?? '';
  return first ? `${month} ${yearLabel(date.getUTCFullYear())}` : `${date.getUTCDate()} ${month}`;
}
