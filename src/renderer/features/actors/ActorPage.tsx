import { Merge } from 'lucide-react';
import { useState } from 'react';
import { NounActs } from '../../app/NounActs';
import { useNavigation } from '../../app/navigation';
import type { PaneName } from '../../app/views';
import { useAct, useCall } from '../../client';
import { propertiesOf, valuesOf, type PropertyFacts } from '../../../shared/actors/properties';
import { roleThenInWords } from '../../../shared/actors/roles';
import type { ActorDetail } from '../../../shared/domain/actors';
import { ActorIcon, Button, DateText, EmptyState, Page, PageHeader, Section, TagInput } from '../../ui';
import { PositionMark } from '../claims/PositionMark';
import { ExcerptQuotes } from '../excerpts/ExcerptQuotes';
import { Notes } from '../notes/Notes';
import { ActorForm } from './ActorForm';
import { AlikeSection, MergeDialog, MergedSection } from './AlikeSection';
import styles from './actors.module.css';
import { actorKindNames, codeName, langOf, nameKindNames } from './names';
import { FromTo, RelationsSection } from './RelationsSection';
import { TimelineSection } from './TimelineSection';
import { TogetherSection } from './TogetherSection';

export function ActorPage({ id, pane }: { id: string; pane: PaneName }) {
  const { data: actor, error } = useCall('actors.get', { id });
  const [editing, setEditing] = useState(false);
  const [merging, setMerging] = useState(false);
  if (error) return <EmptyState title={error.message} />;
  if (!actor) return null;
  return (
    <Page label="Actor">
      <PageHeader
        over={
          <span className={styles['kind']}>
            <ActorIcon kind={actor.kind} />
            {actorKindNames[actor.kind]}
            {actor.role && ` · ${actor.role}`}
          </span>
        }
        acts={
          <>
            <Button icon={<Merge size={14} aria-hidden />} onClick={() => setMerging(true)}>
              Merge
            </Button>
            <NounActs kind="actor" id={actor.id} pane={pane} onEdit={() => setEditing(true)} />
          </>
        }
        title={actor.name}
        under={actor.description && <p className={styles['description']}>{actor.description}</p>}
      />
      <Tags actor={actor} />
      <AlikeSection actor={actor} />
      <Names actor={actor} />
      <Properties actor={actor} />
      <Roles actor={actor} />
      <RelationsSection actor={actor} />
      <TimelineSection actor={actor} />
      <Positions actor={actor} />
      <TogetherSection actorId={actor.id} />
      <Excerpts actor={actor} />
      <MergedSection actor={actor} />
      <Section title="Notes">
        <Notes target={{ kind: 'actor', id: actor.id }} />
      </Section>
      {merging && <MergeDialog actor={actor} onClose={() => setMerging(false)} />}
      {editing && <ActorForm actor={actor} onClose={() => setEditing(false)} onSaved={() => {}} />}
    </Page>
  );
}

function Tags({ actor }: { actor: ActorDetail }) {
  const setTags = useAct('tags.set');
  return (
    <TagInput
      hideLabel
      value={actor.tags}
      onChange={(names) => void setTags.act({ target: { kind: 'actor', id: actor.id }, names })}
    />
  );
}

function Properties({ actor }: { actor: ActorDetail }) {
  const openExternal = useAct('shell.openExternal');
  const stated = propertiesOf(actor.kind).filter(({ name }) => name in actor.properties);
  if (stated.length === 0) return null;
  const shown = (facts: PropertyFacts, value: string) => {
    if (facts.type === 'date') return <DateText date={value} long />;
    const url =
      facts.type === 'wikidata' ? `https://www.wikidata.org/wiki/${value}` : facts.type === 'url' ? value : '';
    if (url === '') return <bdi>{valuesOf(facts, value).join(', ')}</bdi>;
    return (
      <Button look="link" onClick={() => void openExternal.act({ url })}>
        {value}
      </Button>
    );
  };
  return (
    <Section title="Properties" count={stated.length}>
      <table className={styles['table']}>
        <tbody>
          {stated.map((facts) => (
            <tr key={facts.name}>
              <td className={styles['quiet']}>{facts.label}</td>
              <td>{shown(facts, actor.properties[facts.name]!)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Names({ actor }: { actor: ActorDetail }) {
  const others = actor.names.filter((name) => !(name.kind === 'name' && name.text === actor.name));
  if (others.length === 0) return null;
  return (
    <Section title="Other names" count={others.length}>
      <table className={styles['table']}>
        <tbody>
          {others.map((name) => (
            <tr key={name.id}>
              <td className={styles['written']}>
                <bdi lang={langOf(name.language)}>{name.text}</bdi>
              </td>
              <td className={styles['quiet']}>{nameKindNames[name.kind]}</td>
              <td className={styles['quiet']}>
                {[codeName('language', name.language), codeName('script', name.script)].filter(Boolean).join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Roles({ actor }: { actor: ActorDetail }) {
  if (actor.roles.length === 0) return null;
  return (
    <Section title="Roles" count={actor.roles.length}>
      <table className={styles['table']}>
        <tbody>
          {actor.roles.map((role) => (
            <tr key={role.id}>
              <td className={styles['quiet']}>
                <FromTo from={role.from} to={role.to} />
              </td>
              <td>
                {role.title}
                {role.organisation && <span className={styles['quiet']}> · {role.organisation}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Positions({ actor }: { actor: ActorDetail }) {
  const { open } = useNavigation();
  return (
    <Section title="Positions" count={actor.positions.length}>
      {actor.positions.length === 0 ? (
        <p className={styles['quiet']}>None yet. Positions are added on the page of a claim.</p>
      ) : (
        <table className={styles['table']}>
          <tbody>
            {actor.positions.map((position) => (
              <tr key={position.id}>
                <td className={styles['quiet']}>
                  <DateText date={position.date} />
                </td>
                <td>
                  <PositionMark stance={position.stance} manner={position.manner} />
                  {position.roleThen.length > 0 && (
                    <div className={styles['remark']}>{roleThenInWords(position.roleThen)}</div>
                  )}
                </td>
                <td>
                  <Button
                    look="link"
                    className={styles['claimLink']}
                    onClick={() => open({ view: 'claims', id: position.claimId })}
                  >
                    {position.claimStatement}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Excerpts({ actor }: { actor: ActorDetail }) {
  const untag = useAct('actors.untag', { success: 'Actor taken off the excerpt' });
  return (
    <Section title="Excerpts" count={actor.excerpts.length}>
      {actor.excerpts.length === 0 ? (
        <p className={styles['quiet']}>None yet. Tag an excerpt with this actor while reading.</p>
      ) : (
        <ExcerptQuotes
          excerpts={actor.excerpts}
          actsOf={(excerpt) => (
            <Button look="link" onClick={() => void untag.act({ excerptId: excerpt.id, actorId: actor.id })}>
              Take off
            </Button>
          )}
        />
      )}
    </Section>
  );
}
