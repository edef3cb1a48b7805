/** What a new memo is written in. */
export const defaultStyleId = 'chicago-notes';
export const defaultLocale = 'en-GB';
