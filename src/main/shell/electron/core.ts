import { utilityProcess } from 'electron';
import type { CoreProcess } from '../../core/client';

/**
 * Starts the core in Electron's utility process: a Node process of its own that works although the fuse that lets
 * Electron run as Node is off.
 * @param entry path of the built `core.js`
 */
export function utilityCore(entry: string): CoreProcess {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'Commonplace library',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', () => listener()),
    kill: () => void child.kill(),
  };
}
