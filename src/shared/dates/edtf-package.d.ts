/** The part of the `edtf` package that we use; it carries no types. Raw parse results, see its grammar.js. */
declare module 'edtf' {
  export interface ParsedDate {
    type: 'Date' | 'Season' | 'Year';
    level: number;
    /** Year, month from 0, day, hours, minutes, seconds; seasons: year, 21–24. */
    values: number[];
    uncertain?: boolean | number;
    approximate?: boolean | number;
    /** Bit mask over YYYYMMDD, one bit a digit, year's first digit lowest. */
    unspecified?: number;
    timeZone?: string;
    offset?: number;
  }
  export interface ParsedInterval {
    type: 'Interval';
    level: number;
    /** null for an open or unknown end. */
    values: [ParsedDate | null, ParsedDate | null];
  }
  export function parse(text: string, options: { level: number; types: string[] }): ParsedDate | ParsedInterval;
}
