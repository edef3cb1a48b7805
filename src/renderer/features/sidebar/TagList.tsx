import { useState } from 'react';
import { useNavigation } from '../../app/navigation';
import { useCall } from '../../client';
import { Button, ColourDot } from '../../ui';
import styles from './Sidebar.module.css';
import { SidebarItem } from './SidebarItem';

const SHOWN = 8;

/** The tags in use, the most used first; the rest on demand. */
export function TagList() {
  const { place, open } = useNavigation();
  const [all, setAll] = useState(false);
  const tags = useCall('tags.list', {}).data ?? [];
  if (tags.length === 0) return null;
  const sorted = [...tags].sort((a, b) => b.useCount - a.useCount || a.name.localeCompare(b.name));
  const shown = all ? sorted : sorted.slice(0, SHOWN);
  return (
    <section className={styles['section']} aria-label="Tags">
      <div className={styles['sectionHead']}>
        <h2>Tags</h2>
        {tags.length > SHOWN && (
          <Button look="link" onClick={() => setAll(!all)}>
            {all ? 'Fewer' : `All ${tags.length}`}
          </Button>
        )}
      </div>
      <ul>
        {shown.map((tag) => (
          <li key={tag.id}>
            <SidebarItem
              icon={<ColourDot colour={tag.colour} />}
              name={tag.name}
              count={tag.useCount}
              current={place.view === 'tag' && place.id === tag.id}
              onOpen={() => open({ view: 'tag', id: tag.id })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
