import type { Imported } from '../../shared/domain/imports';
import type { Failure } from '../../shared/result';
import type { ImportInput } from './import';

/** From the core to the worker: one job at a time. */
export interface ImportJob {
  input: ImportInput;
}
/** From the worker to the core. `ready` comes once, when its code is loaded and time starts to count. */
export type ImportAnswer =
  { kind: 'ready' } | { kind: 'done'; imported: Imported } | { kind: 'failed'; failure: Failure };
