import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { callChannel } from '../../../preload/channels';
import { CommonplaceError } from '../../../shared/result';
import type { Dispatch } from '../types';
import { isAppUrl } from './security';

/**
 * Answers the bridge's calls: only from the main frame of the app's one window, and only while it shows the app. Method
 * and input are parsed by the router behind `dispatch`.
 */
export function answerCalls(contents: WebContents, dispatch: Dispatch, pending: Set<Promise<unknown>>): void {
  ipcMain.handle(callChannel, (event, method: unknown, input: unknown) => {
    if (!isFromApp(event, contents)) {
      return {
        ok: false,
        error: new CommonplaceError('bad-input', 'This call did not come from the app.').toFailure(),
      };
    }
    const answer = dispatch(method, input);
    pending.add(answer);
    void answer.finally(() => pending.delete(answer));
    return answer;
  });
  contents.once('destroyed', () => ipcMain.removeHandler(callChannel));
}

function isFromApp(event: IpcMainInvokeEvent, contents: WebContents): boolean {
  const frame = event.senderFrame;
  return event.sender === contents && frame !== null && frame === contents.mainFrame && isAppUrl(frame.url);
}
