import { isEdtf } from '../../shared/dates/edtf';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const seasons: Record<string, string> = { spring: '21', summer: '22', autumn: '23', fall: '23', winter: '24' };

/**
 * A date as people type it, as EDTF: "6 Apr 2023", "April 2023", "c. 2021", "spring 2020", "1990s", "2019-2021" and EDTF
 * itself. Null if it cannot be read; numbers such as 4/6/23 are not guessed at, for they mean different days in different
 * countries.
 */
export function readDate(text: string): string | null {
  const typed = text.trim();
  if (isEdtf(typed)) return typed;
  const about = /^(?:c\.?|ca\.?|circa|about|around)\s*(.+)$/i.exec(typed);
  if (about?.[1] !== undefined) {
    const date = readDate(about[1]);
    return date !== null && date !== '' && !date.includes('/') && !/[~?%]$/.test(date) ? valid(`${date}~`) : null;
  }
  const words = typed.toLowerCase().replace(/[,.]/g, ' ').split(/\s+/).filter(Boolean);
  const day = words.map((word) => /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1]).find((found) => found !== undefined);
  const year = words.find((word) => /^\d{4}$/.test(word));
  const month = words
    .map((word) => (/^[a-z]{3,9}$/.test(word) ? months.indexOf(word.slice(0, 3)) : -1))
    .find((index) => index >= 0);
  if (year !== undefined && month !== undefined) {
    const parts = [year, String(month + 1).padStart(2, '0')];
    if (day !== undefined && words.length === 3) return valid([...parts, day.padStart(2, '0')].join('-'));
    return words.length === 2 ? valid(parts.join('-')) : null;
  }
  const season = words.length === 2 ? seasons[words[0] ?? ''] : undefined;
  if (year !== undefined && season !== undefined) return valid(`${year}-${season}`);
  const decade = /^(\d{3})0s$/.exec(typed);
  if (decade?.[1] !== undefined) return valid(`${decade[1]}X`);
  const span = /^(\d{4})\s*(?:[-–—]|to)\s*(\d{4})$/.exec(typed);
  if (span) return valid(`${span[1]}/${span[2]}`);
  return null;
}

function valid(edtf: string): string | null {
  return isEdtf(edtf) ? edtf : null;
}
