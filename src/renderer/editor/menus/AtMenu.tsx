import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useCallback, useMemo, useState } from 'react';
import { call } from '../../client';
import { useToasts } from '../../ui/Toast';
import { failureFrom } from '../../../shared/result';
import { EntityRow, entityHeadings } from '../entities/EntityRow';
import { freshEntity, useEntities, type Entity, type EntityKind } from '../entities/useEntities';
import { $insertActorMention, $insertCitation, $insertClaim, citationItemOf } from '../insert';
import { TypeMenu } from './TypeMenu';
import { matchAt } from './triggers';

const kinds: readonly EntityKind[] = ['source', 'actor', 'excerpt', 'claim'];

/** `@`: cites a source or an excerpt, mentions an actor, states a claim. */
export function AtMenu() {
  const [editor] = useLexicalComposerContext();
  const toasts = useToasts();
  const [query, setQuery] = useState<string | null>(null);
  const found = useEntities(query, kinds);

  const insert = useCallback(
    (entity: Entity, typed: string | null) => {
      if (entity.kind === 'actor') $insertActorMention(entity.id, entity.title);
      else if (entity.kind === 'claim') $insertClaim(entity.id, entity.title);
      else {
        // A row that was pointed at is cited as it is: another one must not come in its place.
        (typed === null ? Promise.resolve(entity) : freshEntity(entity, found, typed))
          .then((fresh) => citationItemOf(fresh, call))
          .then(
            (item) => editor.update(() => void $insertCitation([item])),
            (error: unknown) => toasts.fail(failureFrom(error)),
          );
      }
    },
    [editor, toasts, found],
  );
  const items = useMemo(
    () =>
      found.entities.map((entity) => ({
        key: `${entity.kind} ${entity.id}`,
        heading: entityHeadings[entity.kind],
        row: <EntityRow entity={entity} />,
        choose: (typed: string | null) => insert(entity, typed),
      })),
    [found, insert],
  );
  return <TypeMenu label="Cite, mention or state" trigger={matchAt} items={items} onQuery={setQuery} />;
}
