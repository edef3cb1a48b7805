import { useRef, useState, type ReactNode } from 'react';
import { useCommands } from '../../app/commands';
import { useNavigation } from '../../app/navigation';
import { useAct } from '../../client';
import { failureFrom } from '../../../shared/result';
import { useToasts } from '../../ui/Toast';
import { readMarkdownFiles } from './readMarkdownFiles';
import { TemplateDialog } from './TemplateDialog';
import { QuotingProvider } from './quoting';

/** What memos offer everywhere: new, import, and quoting into the open one. */
export function Provider({ children }: { children: ReactNode }) {
  const { open } = useNavigation();
  const toasts = useToasts();
  const [choosing, setChoosing] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const create = useAct('memos.create', { onSuccess: ({ id }) => open({ view: 'memos', id }) });
  const importMarkdown = useAct('memos.importMarkdown', {
    onSuccess: ({ memo, warnings }) => {
      open({ view: 'memos', id: memo.id });
      if (warnings.length > 0) toasts.fail({ message: warnings.join(' ') });
    },
  });
  useCommands([
    {
      id: 'memo.new',
      title: 'New memo',
      group: 'New',
      shortcut: 'mod+alt+n',
      run: () => void create.act({ title: 'Untitled memo' }),
    },
    {
      id: 'memo.fromTemplate',
      title: 'New memo from a template…',
      group: 'New',
      shortcut: 'mod+alt+t',
      run: () => setChoosing(true),
    },
    {
      id: 'memo.import',
      title: 'Import a Markdown file as a memo…',
      group: 'Memos',
      run: () => chooser.current?.click(),
    },
  ]);
  const read = async (files: readonly File[]) => {
    const input = await readMarkdownFiles(files).catch((error: unknown) => toasts.fail(failureFrom(error)));
    if (input) await importMarkdown.act(input);
  };
  return (
    <QuotingProvider>
      {children}
      {choosing && (
        <TemplateDialog
          onClose={() => setChoosing(false)}
          onMade={({ id }) => {
            setChoosing(false);
            open({ view: 'memos', id });
          }}
        />
      )}
      <input
        ref={chooser}
        type="file"
        accept=".md,.markdown,.txt,text/markdown,image/*"
        multiple
        aria-label="Markdown file to import as a memo, and its pictures"
        hidden
        onChange={(event) => {
          void read([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </QuotingProvider>
  );
}
