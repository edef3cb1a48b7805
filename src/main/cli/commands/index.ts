import type { Command } from '../command';
import { anchors } from './anchors';
import { archive, restore } from './archive';
import { excerptAdd } from './excerpt-add';
import { importFiles, takeInbox } from './import';
import { init, verify } from './library';
import { lists } from './lists';
import { bibliography, exportMemo, memoImport } from './memos';
import { search } from './search';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  init,
  importFiles,
  takeInbox,
  ...lists,
  excerptAdd,
  anchors,
  search,
  memoImport,
  exportMemo,
  bibliography,
  archive,
  restore,
  verify,
];
