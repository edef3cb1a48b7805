import type { ContractEvents, EventName } from '../../shared/contract';
import type { Result } from '../../shared/result';

/** What a shell sends to the core's process. Structured clones: bytes travel as Uint8Array. */
export type ToCore =
  | { type: 'start'; settings: CoreSettings }
  | { type: 'call'; id: number; method: unknown; input: unknown }
  | { type: 'know'; id: number; folder: string }
  | { type: 'folder'; id: number }
  | { type: 'close'; id: number };

/** What the core's process answers. */
export type FromCore =
  | { type: 'result'; id: number; result: Result<unknown> }
  | { type: 'event'; name: EventName; payload: ContractEvents[EventName] };

export interface CoreSettings {
  /** The app's own folder: the list of known libraries. */
  appFolder: string;
  /** Where new libraries are made. */
  documentsFolder: string;
  /** Key of the library to open at once: what was open when a core before this one stopped by itself. */
  reopen: string | null;
}
