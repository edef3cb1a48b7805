import type { Language } from '../language';
import * as calendar from './calendar';
import * as common from './common';
import { familyNameEnding, givenNames } from './given-names';
import * as heads from './heads';
import { commonBodyRows, groupNames, organisationRows } from './organisations';
import { metonymRows, regionRows, stateRows } from './states';
import * as titles from './titles';
import * as verbs from './verbs';

const rows = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((row) => row.split('|'));
const listed = (cell: string | undefined) => (cell ?? '').split(',').filter(Boolean);

/** English, as written in Britain, America and by international bodies. */
export const english: Language = {
  code: 'en',
  states: rows(stateRows).map(([name = '', adjectives, capitals, aliases]) => ({
    name,
    adjectives: listed(adjectives),
    capitals: listed(capitals),
    aliases: listed(aliases),
  })),
  regions: rows(regionRows).map(([name = '', adjectives]) => ({ name, adjectives: listed(adjectives) })),
  metonyms: rows(metonymRows).map(([name = '', state = '']) => ({ name, state })),
  organisations: rows(organisationRows).map(([name = '', aliases]) => ({ name, aliases: listed(aliases) })),
  commonBodies: new Map(rows(commonBodyRows).map(([short = '', name = '']) => [short.toLowerCase(), name])),
  groupNames,
  givenNames,
  familyNameEnding,
  ...titles,
  ...heads,
  ...common,
  ...verbs,
  ...calendar,
};
