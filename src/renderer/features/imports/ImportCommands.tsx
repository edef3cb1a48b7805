import { useRef, useState } from 'react';
import { acceptedFiles } from '../../../shared/domain/imports';
import { useCommands } from '../../app/commands';
import { useNavigation } from '../../app/navigation';
import { useAct } from '../../client';
import { chosenFiles } from './given';
import { useImports } from './ImportProvider';
import { PasteDialog } from './PasteDialog';

/** The ways to bring something in, as commands. */
export function ImportCommands() {
  const imports = useImports();
  const { open } = useNavigation();
  const [pasting, setPasting] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const folderChooser = useRef<HTMLInputElement>(null);
  const create = useAct('sources.create', { onSuccess: ({ id }) => open({ view: 'sources', id }) });
  const showFolder = useAct('shell.showFolder');
  const takeInbox = useAct('inbox.take');
  useCommands([
    {
      id: 'source.import',
      title: 'Bring in files',
      group: 'Sources',
      shortcut: 'mod+o',
      run: () => chooser.current?.click(),
    },
    {
      id: 'source.importFolder',
      title: 'Bring in a folder, as a Zotero export with its files',
      group: 'Sources',
      run: () => folderChooser.current?.click(),
    },
    {
      id: 'source.paste',
      title: 'Paste text as a source',
      group: 'Sources',
      shortcut: 'mod+shift+v',
      inText: false,
      run: () => setPasting(true),
    },
    {
      id: 'inbox.show',
      title: 'Show the inbox folder: files put there come in by themselves',
      group: 'Sources',
      run: () => void showFolder.act({ folder: 'inbox' }),
    },
    {
      id: 'inbox.take',
      title: 'Bring in what is in the inbox',
      group: 'Sources',
      run: () => void takeInbox.act({}),
    },
    {
      id: 'library.show',
      title: 'Show the library’s folder',
      group: 'Library',
      run: () => void showFolder.act({ folder: 'library' }),
    },
    {
      id: 'source.new',
      title: 'New source without a text',
      group: 'Sources',
      run: () => void create.act({ csl: { type: 'book', title: 'Untitled' } }),
    },
  ]);
  return (
    <>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        // Any file may be chosen; one that cannot be read is refused with the reason.
        accept={acceptedFiles}
        aria-label="Files to bring in"
        onChange={(event) => {
          imports.addFiles(chosenFiles(event.target.files ?? []));
          // Choosing the same file again must count as a choice.
          event.target.value = '';
        }}
      />
      <input
        ref={(input) => {
          folderChooser.current = input;
          // React knows no such attribute.
          if (input) input.webkitdirectory = true;
        }}
        type="file"
        hidden
        aria-label="Folder to bring in"
        onChange={(event) => {
          imports.addFiles(chosenFiles(event.target.files ?? []));
          event.target.value = '';
        }}
      />
      <PasteDialog open={pasting} onClose={() => setPasting(false)} />
    </>
  );
}
