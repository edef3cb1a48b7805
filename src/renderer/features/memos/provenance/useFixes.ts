import type { LexicalEditor } from 'lexical';
import { useMemo, useState } from 'react';
import type { CheckedFinding } from '../../../../shared/domain/provenance';
import type { Fix } from '../../../../shared/provenance/finding';
import { failureFrom } from '../../../../shared/result';
import { useNavigation } from '../../../app/navigation';
import { placeOf } from '../../../app/places';
import { call, useAct } from '../../../client';
import { applyFix } from '../../../editor/provenance/edits';
import { useToasts } from '../../../ui';

export interface Fixes {
  /** Carries out a fix; where it needs a choice, `relinking` is set first. */
  apply: (finding: CheckedFinding, fix: Fix) => void;
  /** The source, by the ids that it is cited by, for which another one is to be chosen. */
  relinking: readonly string[] | null;
  endRelinking: () => void;
}

/** What mends findings: in the text as one undoable step, in the library as one action. */
export function useFixes(editor: LexicalEditor): Fixes {
  const { openBeside } = useNavigation();
  const toasts = useToasts();
  const [relinking, setRelinking] = useState<readonly string[] | null>(null);
  const restore = useAct('trash.restore', { success: 'Restored' });
  const update = useAct('actors.update', { success: (actor) => `Added to the names of ${actor.name}` });

  return useMemo(() => {
    const addAlias = async (actorId: string, text: string) => {
      const actor = await call('actors.get', { id: actorId });
      const names = [...actor.names, { kind: 'alias' as const, text, language: '' }];
      const { id, kind, name, description, roles } = actor;
      await update.act({
        id,
        kind,
        name,
        description,
        names: names.map(({ kind, text, language }) => ({ kind, text, language })),
        roles,
      });
    };
    const apply = (finding: CheckedFinding, fix: Fix) => {
      switch (fix.kind) {
        case 'edit':
        case 'locator':
        case 'unmark':
          if (!applyFix(editor, finding, fix))
            toasts.say('The text has changed since it was checked. Wait a moment and try again.');
          // Undo takes back what was done last where the focus is.
          else editor.focus();
          return;
        case 'relink':
          return setRelinking(fix.sourceIds);
        case 'add-alias':
          return void addAlias(fix.actorId, fix.text).catch((error: unknown) => toasts.fail(failureFrom(error)));
        case 'restore':
          return void restore.act({ target: fix.target });
        case 'open':
          return openBeside(placeOf(fix.target.kind, fix.target.id));
      }
    };
    return { apply, relinking, endRelinking: () => setRelinking(null) };
  }, [editor, openBeside, toasts, relinking, restore, update]);
}
