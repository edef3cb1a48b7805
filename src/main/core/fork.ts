import { fork } from 'node:child_process';
import type { CoreProcess } from './client';

/**
 * Starts the core as a plain Node process. Used wherever there is no Electron.
 * @param entry path of the built `core.js`
 */
export function forkCore(entry: string, execArgv: readonly string[] = []): CoreProcess {
  const child = fork(entry, [], {
    // Structured clone, so that bytes stay bytes.
    serialization: 'advanced',
    execArgv: [...execArgv],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // subtle: without a listener, an error while sending to an ended process would end this one.
  child.on('error', () => undefined);
  return {
    send(message) {
      if (child.connected) child.send(message);
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', () => listener()),
    kill: () => void child.kill('SIGKILL'),
  };
}
