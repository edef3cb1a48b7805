import type {
  SuggestedActor,
  SuggestedEvent,
  SuggestedQuotation,
  SuggestedStatement,
} from '../../../shared/domain/suggestions';
import type { Command } from '../command';
import { findSource } from '../find';
import { required, usage } from '../options';
import { table } from '../output';

export const suggestions: Command = {
  name: 'suggest',
  synopsis: 'suggest --source KEY',
  summary: 'actors, quotations with speakers and dated events found in a source’s text, for a person to accept',
  options: ['source'],
  writes: false,
  async run({ words, options, result, output, open }) {
    if (words.length > 0)
      throw usage(`“${words.join(' ')}” is not part of the command; a source is named by --source.`);
    const wanted = required(options, 'source', 'commonplace suggest --source petrova2031ports');
    const call = await open();
    const source = await findSource(call, wanted);
    const found = await call('suggestions.forSource', { sourceId: source.id });
    if (found.language === '')
      output.err(
        'There are no rules for the language of this text: only names of the library, longer quotations and numeric dates are found.\n',
      );
    result({ citationKey: source.citationKey, ...found }, () =>
      [
        section('Actors', found.actors.map(actorRow)),
        section('Quotations', found.quotations.map(speechRow)),
        section('Said without quotation marks', found.statements.map(speechRow)),
        section('Dated events', found.events.map(eventRow)),
      ].join('\n\n'),
    );
    return 0;
  },
};

function section(title: string, rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? `${title}: none found.` : `${title}\n${table(rows)}`;
}

function actorRow({
  kind,
  name,
  aliases,
  mentions,
  confidence,
  existing,
  candidates,
  roles,
}: SuggestedActor): string[] {
  const known =
    existing !== null
      ? `in the library: ${existing.name}`
      : candidates.length > 0
        ? `in the library it could be ${candidates.map((one) => one.name).join(' or ')}`
        : 'new';
  const role = roles[0] === undefined ? '' : `${roles[0].title}; `;
  return [
    kind,
    name,
    percent(confidence),
    known,
    `${role}${aliases.length > 0 ? `also ${aliases.join(', ')}; ` : ''}named ${mentions.length === 1 ? 'once' : `${mentions.length} times`}`,
  ];
}

function speechRow({ speaker, stance, manner, confidence, text }: SuggestedQuotation | SuggestedStatement): string[] {
  const who = speaker === null ? 'nobody named' : [speaker.name, ...speaker.ambiguousWith].join(' or ');
  return [who, manner === 'reported' ? `${stance}, reported` : stance, percent(confidence), text];
}

function eventRow({ date, confidence, place, title }: SuggestedEvent): string[] {
  return [date, percent(confidence), place, title];
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
