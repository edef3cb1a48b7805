import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import {
  COMMAND_PRIORITY_LOW,
  HISTORIC_TAG,
  mergeRegister,
  SKIP_DOM_SELECTION_TAG,
  type EditorState,
  type LexicalEditor,
} from 'lexical';
import { $restoreState } from '../history/restoreState';
import { insertInParts } from './insertInParts';
import { LONG_PASTE_COMMAND, type LongPaste } from './paste';
import { inSlices } from './slices';
import { leaveUndrawn } from './undrawn';

/** How far a paste is. */
export interface PasteProgress {
  doing: 'reading' | 'inserting';
  /** From 0 to 1. */
  share: number;
  stop: () => void;
}

export interface LongPastesContext {
  /** Told at every step, and null when it is over; nobody can write in the text until then. */
  show: (progress: PasteProgress | null) => void;
  fail: (text: string) => void;
}

class Stopped extends Error {}

/** Does long pastes in slices. One is one step of undoing; one that is stopped, or fails, leaves all as it was before. */
export function registerLongPastes(editor: LexicalEditor, context: LongPastesContext): () => void {
  let running: { stopped: boolean } | null = null;
  let gone = false;
  const run = async ({ reading, selection }: LongPaste, before: EditorState, resetHistory: () => void) => {
    const work = { stopped: false };
    running = work;
    const stop = () => void (work.stopped = true);
    const step = (doing: PasteProgress['doing']) => (share: number) => {
      if (work.stopped || gone) throw new Stopped();
      context.show({ doing, share, stop });
    };
    let draw = () => {};
    try {
      const pasted = await inSlices(reading, step('reading'));
      draw = leaveUndrawn(editor.getRootElement());
      await inSlices(insertInParts(editor, pasted, selection, resetHistory), step('inserting'));
    } catch (error) {
      if (gone) return context.fail(closed);
      restore(editor, before);
      resetHistory();
      if (!(error instanceof Stopped)) context.fail(failed);
    } finally {
      running = null;
      draw();
      if (!gone) context.show(null);
    }
  };
  return mergeRegister(
    editor.registerCommand(
      LONG_PASTE_COMMAND,
      (paste) => {
        // subtle: within the update of the key or the drop, of which neither is to be seen if the paste is stopped.
        if (running) context.fail(busy);
        else void run(paste, editor.getEditorState(), rememberHistory(editor));
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    () => {
      gone = true;
    },
  );
}

const closed = 'The paste was stopped, because its text was closed. Open the text and paste again.';
const failed = 'This could not be put in, and the text is as it was. Paste it in smaller parts.';
const busy = 'Another paste is not in yet. Wait for it, or cancel it, and paste again.';

function restore(editor: LexicalEditor, state: EditorState): void {
  if (editor.getEditorState() === state) return;
  const tag = [HISTORIC_TAG, SKIP_DOM_SELECTION_TAG];
  editor.update(() => $restoreState(state), { tag, skipTransforms: true, discrete: true });
}

/** Answers what brings the steps of undoing back to what they are now. */
function rememberHistory(editor: LexicalEditor): () => void {
  const history = getExtensionDependencyFromEditor(editor, HistoryExtension).output.historyState.value;
  const { current, undoStack, redoStack } = history;
  const [undo, redo] = [[...undoStack], [...redoStack]];
  return () => void Object.assign(history, { current, undoStack: [...undo], redoStack: [...redo] });
}
