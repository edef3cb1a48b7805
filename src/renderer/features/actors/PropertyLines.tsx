import { Plus, X } from 'lucide-react';
import {
  isPropertyValue,
  propertiesOf,
  type ActorProperties,
  type PropertyFacts,
} from '../../../shared/actors/properties';
import type { ActorKind } from '../../../shared/domain/actors';
import { Button, DateInput, IconButton, Input, Select } from '../../ui';
import styles from './actors.module.css';

export interface PropertyLine {
  name: string;
  /** null while a date cannot be read. */
  value: string | null;
  key: number;
}

/** An empty line for the first property that has none yet. */
export function newPropertyLine(kind: ActorKind, lines: readonly PropertyLine[], key: number): PropertyLine {
  const free = propertiesOf(kind).find(({ name }) => !lines.some((line) => line.name === name));
  return { name: free?.name ?? propertiesOf(kind)[0]!.name, value: '', key };
}

/** What the lines say of an actor of this kind; null while one of them cannot be saved. */
export function propertiesFrom(kind: ActorKind, lines: readonly PropertyLine[]): ActorProperties | null {
  const properties: ActorProperties = {};
  for (const { name, value } of lines) {
    const facts = propertiesOf(kind).find((each) => each.name === name);
    if (facts === undefined || value?.trim() === '') continue;
    if (value === null || !isPropertyValue(facts, value.trim())) return null;
    properties[name] = value.trim();
  }
  return properties;
}

const examples: Record<PropertyFacts['type'], string> = {
  text: '',
  date: '',
  url: 'https://…',
  wikidata: 'Q42',
};
const faults: Record<PropertyFacts['type'], string> = {
  text: 'Write it on one line.',
  date: '',
  url: 'Write a web address that begins with https:// or http://.',
  wikidata: 'Write a Wikidata id, for example Q42.',
};

export interface PropertyLinesProps {
  kind: ActorKind;
  lines: readonly PropertyLine[];
  onChange: (lines: PropertyLine[]) => void;
  onAdd: () => void;
  /** Every property has a line already. */
  full: boolean;
}

/** The properties of an actor, in a form: those that are filled, and a way to add one. */
export function PropertyLines({ kind, lines, onChange, onAdd, full }: PropertyLinesProps) {
  const shown = lines.filter((line) => propertiesOf(kind).some(({ name }) => name === line.name));
  const change = (key: number, facts: Partial<PropertyLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...facts } : line)));
  return (
    <section className={styles['lines']} aria-label="Properties">
      <div className={styles['subTitle']}>
        <h3>Properties</h3>
        <Button icon={<Plus size={14} aria-hidden />} onClick={onAdd} disabled={full}>
          Add property
        </Button>
      </div>
      {shown.map((line) => {
        const facts = propertiesOf(kind).find(({ name }) => name === line.name)!;
        const options = propertiesOf(kind)
          .filter(({ name }) => name === line.name || !lines.some((other) => other.name === name))
          .map(({ name, label }) => ({ value: name, label }));
        const wrong = line.value !== null && line.value.trim() !== '' && !isPropertyValue(facts, line.value.trim());
        return (
          <div key={line.key} className={styles['propertyLine']}>
            <Select
              label="Property"
              value={line.name}
              options={options}
              onChange={(name) => change(line.key, { name, value: '' })}
            />
            {facts.type === 'date' ? (
              <DateInput
                key={facts.name}
                label={facts.label}
                value={line.value ?? ''}
                onChange={(value) => change(line.key, { value })}
              />
            ) : (
              <Input
                label={facts.label}
                value={line.value ?? ''}
                placeholder={examples[facts.type]}
                hint={facts.many ? 'Part several by semicolons.' : undefined}
                error={wrong ? faults[facts.type] : null}
                onChange={(value) => change(line.key, { value })}
                maxLength={1000}
                dir="auto"
                autoFocus={line.key >= 1000}
              />
            )}
            <IconButton
              label={`Remove ${facts.label}`}
              icon={<X size={14} />}
              onClick={() => onChange(lines.filter((other) => other.key !== line.key))}
            />
          </div>
        );
      })}
    </section>
  );
}
