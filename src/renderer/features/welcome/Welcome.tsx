import { FolderOpen, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useCommands } from '../../app/commands';
import { useAct, useCall } from '../../client';
import type { CommonplaceError } from '../../../shared/result';
import { Button, IconButton, Input, Kbd } from '../../ui';
import { Problem } from './Problem';
import styles from './Welcome.module.css';
import { whenOpened } from './whenOpened';

export interface LibraryProblem {
  error: CommonplaceError;
  /** The library it is about, to try again; '' if there is none. */
  key: string;
}

/** Before a library is open: open one, make one, or look at the sample. */
export function Welcome({ problem: firstProblem }: { problem: CommonplaceError | null }) {
  const known = useCall('library.known', {}).data;
  const [now] = useState(() => new Date());
  const [problem, setProblem] = useState<LibraryProblem | null>(firstProblem ? { error: firstProblem, key: '' } : null);
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const [lastKey, setLastKey] = useState('');
  const report = (error: CommonplaceError) => setProblem({ error, key: lastKey });

  const open = useAct('library.open', { onError: report });
  const create = useAct('library.create', { onError: (error) => setProblem({ error, key: '' }) });
  const choose = useAct('shell.chooseLibrary', { onError: (error) => setProblem({ error, key: '' }) });
  const forget = useAct('library.forget');

  const openKey = (key: string, trust = false) => {
    setProblem(null);
    setLastKey(key);
    void open.act({ key, trust });
  };
  const chooseFolder = async () => {
    const chosen = await choose.act({});
    if (chosen) openKey(chosen.key);
  };
  const createNamed = () => {
    setProblem(null);
    if (name.trim() !== '') void create.act({ name: name.trim() });
  };
  const openSample = () => {
    setProblem(null);
    void create.act({ name: 'Sample', sample: true });
  };
  const busy = open.pending || create.pending;

  useCommands([
    { id: 'library.new', title: 'New library', group: 'Library', shortcut: 'mod+n', run: () => setNaming(true) },
    { id: 'library.choose', title: 'Open another folder', shortcut: 'mod+o', run: () => void chooseFolder() },
    { id: 'library.sample', title: 'Open the sample library', group: 'Library', run: openSample },
  ]);

  return (
    <main className={styles['screen']}>
      <div className={styles['column']}>
        <h1 className={styles['name']}>Commonplace</h1>
        <p className={styles['promise']}>
          Keep the words you rest on. From any sentence you write, back to its source; from a name, a date or
          half-remembered words, to every excerpt you ever saved.
        </p>

        {naming ? (
          <form
            className={styles['new']}
            onSubmit={(event) => {
              event.preventDefault();
              createNamed();
            }}
          >
            <Input
              label="Name of the new library"
              placeholder="e.g. Border dispute"
              value={name}
              onChange={setName}
              autoFocus
              maxLength={100}
              onKeyDown={(event) => event.key === 'Escape' && setNaming(false)}
            />
            <Button onClick={() => setNaming(false)}>Cancel</Button>
            <Button look="primary" type="submit" disabled={name.trim() === '' || busy}>
              Create
            </Button>
          </form>
        ) : (
          <div className={styles['acts']}>
            <Button look="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setNaming(true)}>
              New library
            </Button>
            <Button look="secondary" disabled={busy} onClick={openSample}>
              Open the sample library
            </Button>
            <Button
              look="secondary"
              icon={<FolderOpen size={15} aria-hidden />}
              disabled={busy}
              onClick={() => void chooseFolder()}
            >
              Open another folder
              <Kbd shortcut="mod+o" />
            </Button>
          </div>
        )}

        {problem && (
          <Problem
            problem={problem}
            onTrust={() => openKey(problem.key, true)}
            onRetry={() => openKey(problem.key)}
            onChoose={() => void chooseFolder()}
            onDismiss={() => setProblem(null)}
          />
        )}

        {known && known.length > 0 && (
          <section className={styles['recent']} aria-label="Recent libraries">
            <h2 className={styles['recentTitle']}>Recent</h2>
            <ul>
              {known.map((library) => (
                <li key={library.key} className={styles['row']}>
                  <button
                    type="button"
                    className={styles['open']}
                    disabled={!library.present || busy}
                    onClick={() => openKey(library.key)}
                  >
                    <span className={styles['libraryName']}>{library.name}</span>
                    <span className={styles['folder']}>
                      {library.present ? library.folder : `Not found at ${library.folder}`}
                    </span>
                    <span className={styles['folder']} style={{ flex: 'none' }}>
                      {whenOpened(library.lastOpened, now)}
                    </span>
                  </button>
                  <IconButton
                    small
                    label={`Remove ${library.name} from this list`}
                    icon={<X size={14} />}
                    onClick={() => void forget.act({ key: library.key })}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  );
}
