import { useCommandList } from '../../app/commands';
import { usePreferences, type Preferences } from '../../app/preferences';
import { defineView } from '../../app/views';
import { useAct, useCall } from '../../client';
import { Button, Kbd, Page, PageHeader, Section, Select } from '../../ui';
import { CitationKeys } from './CitationKeys';
import { CitationStyles } from './CitationStyles';
import styles from './settings.module.css';
import { Writing } from './Writing';

const themes: { value: Preferences['theme']; label: string }[] = [
  { value: 'system', label: 'Follow the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];
const densities: { value: Preferences['density']; label: string }[] = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'dense', label: 'Dense' },
];
const sizes = [0.88, 1, 1.12, 1.25, 1.4].map((scale) => ({
  value: String(scale),
  label: `${Math.round(17 * scale)} px`,
}));
const measures = [56, 62, 66, 72, 80].map((characters) => ({
  value: String(characters),
  label: `${characters} characters`,
}));

function SettingsPage() {
  return (
    <Page label="Settings">
      <PageHeader title="Settings" />
      <Appearance />
      <Writing />
      <CitationStyles />
      <CitationKeys />
      <Inbox />
      <Shortcuts />
      <About />
    </Page>
  );
}

function Appearance() {
  const { preferences, change } = usePreferences();
  return (
    <Section title="Appearance">
      <div className={styles['fields']}>
        <Select
          label="Theme"
          value={preferences.theme}
          options={themes}
          onChange={(theme) => change(() => ({ theme }))}
        />
        <Select
          label="Density"
          value={preferences.density}
          options={densities}
          onChange={(density) => change(() => ({ density }))}
        />
        <Select
          label="Reading size"
          value={String(preferences.readingScale)}
          options={sizes}
          onChange={(scale) => change(() => ({ readingScale: Number(scale) }))}
        />
        <Select
          label="Width of the text"
          value={String(preferences.measure)}
          options={measures}
          onChange={(characters) => change(() => ({ measure: Number(characters) }))}
        />
      </div>
      <p className={styles['sample']}>
        What people said is kept in the words they used, so that a year later one can still tell what was said from what
        was made of it.
      </p>
    </Section>
  );
}

function Inbox() {
  const show = useAct('shell.showFolder');
  const take = useAct('inbox.take');
  return (
    <Section title="Inbox">
      <p className={styles['quiet']}>
        Files put into the library’s inbox folder come in by themselves and then move to “Brought in”, or to “Refused”
        if they cannot be read. Have your browser save pages there.
      </p>
      <div className={styles['buttons']}>
        <Button onClick={() => void show.act({ folder: 'inbox' })}>Show the inbox folder</Button>
        <Button onClick={() => void take.act({})}>Bring in what is there</Button>
      </div>
    </Section>
  );
}

function Shortcuts() {
  const commands = useCommandList().filter((command) => command.shortcut);
  return (
    <Section title="Shortcuts">
      <ul className={styles['keys']}>
        {commands.map((command) => (
          <li key={command.id}>
            <span>{command.title}</span>
            {command.shortcut && <Kbd shortcut={command.shortcut} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function About() {
  const info = useCall('shell.info', {}).data;
  return (
    <Section title="About">
      <div className={styles['about']}>
        <p>
          Commonplace {info?.version}. Free software under the GNU Affero General Public License, version 3: you may
          use, study, share and change it, and must share changes under the same licence.
        </p>
        <p className={styles['quiet']}>
          {info && `Running in ${info.shell === 'electron' ? 'Electron' : 'Chromium'} on ${info.platform}.`} Everything
          stays on this computer; the window has no network.
        </p>
      </div>
    </Section>
  );
}

export const view = defineView({ name: 'settings', title: 'Settings', Detail: SettingsPage });
