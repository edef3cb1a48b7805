import { Trash2 } from 'lucide-react';
import { useNavigation } from '../../app/navigation';
import { defineView, type DetailProps } from '../../app/views';
import { useAct, useCall } from '../../client';
import type { Tag } from '../../../shared/domain/collections';
import { Button, EmptyState, IconButton, InlineText, Page, PageHeader, Section, StatusMark } from '../../ui';
import { ColourPicker } from '../excerpts/ColourPicker';
import { ExcerptQuotes } from '../excerpts/ExcerptQuotes';
import styles from './tags.module.css';

const SHOWN = 200;

/** Everything that carries a tag; its name and colour. */
function TagPage({ place }: DetailProps<'tag'>) {
  const tags = useCall('tags.list', {});
  const tag = tags.data?.find((each) => each.id === place.id);
  if (tags.isPending) return null;
  if (!tag) return <EmptyState title="This tag is no longer there">Undo may bring it back.</EmptyState>;
  return <TagContents key={tag.id} tag={tag} />;
}

function TagContents({ tag }: { tag: Tag }) {
  const { open } = useNavigation();
  const update = useAct('tags.update');
  const trash = useAct('tags.trash', {
    success: 'Tag moved to the Trash',
    onSuccess: () => open({ view: 'excerpts' }),
  });
  const excerpts = useCall('excerpts.list', { tagId: tag.id, limit: SHOWN }).data;
  const claims = useCall('claims.list', { tagId: tag.id }).data ?? [];
  const sources = useCall('sources.list', { tagId: tag.id, limit: SHOWN }).data;
  return (
    <Page label="Tag">
      <PageHeader
        over={
          <div className={styles['colours']}>
            <ColourPicker value={tag.colour} onChange={(colour) => void update.act({ id: tag.id, colour })} />
          </div>
        }
        acts={
          <IconButton
            label="Move the tag to the Trash"
            icon={<Trash2 size={15} />}
            onClick={() => void trash.act({ id: tag.id })}
          />
        }
        title={
          <InlineText
            label="Name of the tag"
            value={tag.name}
            required
            singleLine
            maxLength={100}
            onSave={(name) => void update.act({ id: tag.id, name })}
          />
        }
      />
      {tag.useCount === 0 && <p className={styles['quiet']}>Nothing carries this tag yet.</p>}
      {excerpts && excerpts.total > 0 && (
        <Section title="Excerpts" count={excerpts.total}>
          <ExcerptQuotes excerpts={excerpts.items} />
          {excerpts.total > SHOWN && <p className={styles['quiet']}>The latest {SHOWN} are shown.</p>}
        </Section>
      )}
      {claims.length > 0 && (
        <Section title="Claims" count={claims.length}>
          <ul>
            {claims.map((claim) => (
              <li key={claim.id} className={styles['line']}>
                <StatusMark status={claim.status} />
                <Button look="link" onClick={() => open({ view: 'claims', id: claim.id })}>
                  {claim.statement}
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {sources && sources.total > 0 && (
        <Section title="Sources" count={sources.total}>
          <ul>
            {sources.items.map((source) => (
              <li key={source.id} className={styles['line']}>
                <Button look="link" onClick={() => open({ view: 'sources', id: source.id })}>
                  {source.title || source.citationKey}
                </Button>
                <span className={styles['quiet']}>{source.shortCitation}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

export const view = defineView({ name: 'tag', title: 'Tag', Detail: TagPage });
