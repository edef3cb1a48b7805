import { contextBridge, ipcRenderer } from 'electron';
import { makeBridge } from './bridge';
import { callChannel, eventChannel } from './channels';

/** Runs in Electron's isolated world: the page gets the bridge's functions and nothing of Electron. */
contextBridge.exposeInMainWorld(
  'commonplace',
  makeBridge({
    call: (method, input) => ipcRenderer.invoke(callChannel, method, input),
    listen: (deliver) =>
      ipcRenderer.on(eventChannel, (_event, name: unknown, payload: unknown) => deliver(name, payload)),
  }),
);
