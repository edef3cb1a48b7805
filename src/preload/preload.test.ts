import { expect, test, vi } from 'vitest';
import type { Bridge } from '../shared/bridge';
import { contract } from '../shared/contract';
import { makeBridge } from './bridge';
import { callChannel, eventChannel } from './channels';

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  listening: new Map<string, (...args: unknown[]) => void>(),
}));
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => electron.exposed.set(name, value) },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => (electron.invoked.push(args), { ok: true, value: null }),
    on: (channel: string, listener: (...args: unknown[]) => void) => electron.listening.set(channel, listener),
  },
}));

test('the preload exposes the contract’s methods by name and nothing else', async () => {
  await import('./index');
  expect([...electron.exposed.keys()]).toEqual(['commonplace']);
  const bridge = electron.exposed.get('commonplace') as Bridge;
  expect(Object.keys(bridge)).toEqual(['call', 'on']);
  expect(Object.keys(bridge.call)).toEqual(Object.keys(contract));
  expect(Object.isFrozen(bridge) && Object.isFrozen(bridge.call)).toBe(true);
  await bridge.call['shell.info']({});
  expect(electron.invoked).toEqual([[callChannel, 'shell.info', {}]]);
});

test('events reach their listeners without Electron’s event object, until they stop listening', () => {
  const bridge = electron.exposed.get('commonplace') as Bridge;
  const heard: unknown[] = [];
  const stop = bridge.on('shell.command', (payload) => heard.push(payload));
  const send = electron.listening.get(eventChannel)!;
  send({ sender: 'secret' }, 'shell.command', { command: 'memo.new' });
  send({}, 'no.such.event', {});
  stop();
  send({}, 'shell.command', { command: 'memo.new' });
  expect(heard).toEqual([{ command: 'memo.new' }]);
});

test('there are no other events', () => {
  const bridge = makeBridge({ call: async () => null, listen: () => undefined });
  expect(() => bridge.on('constructor' as never, () => undefined)).toThrow(TypeError);
});
