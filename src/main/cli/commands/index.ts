import type { Command } from '../command';
import { actors } from './actors';
import { anchors } from './anchors';
import { archive, restore } from './archive';
import { bundle } from './bundle';
import { check } from './check';
import { claimLedger, claims, claimShow } from './claims';
import { duplicates, merge, unmerge } from './duplicates';
import { excerptAdd } from './excerpt-add';
import { importFiles, takeInbox } from './import';
import { keys } from './keys';
import { init, verify } from './library';
import { lists } from './lists';
import { annotations, bibliography, exportMemo, memoImport } from './memos';
import { ach, achShow } from './ach';
import { memoNew } from './memo-new';
import { matrix } from './matrix';
import { search } from './search';
import { styleAdd, styleList, styleRemove, styleShow } from './styles';
import { suggestions } from './suggest';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  init,
  importFiles,
  takeInbox,
  ...lists,
  ...actors,
  duplicates,
  merge,
  unmerge,
  claims,
  claimShow,
  claimLedger,
  matrix,
  ach,
  achShow,
  keys,
  excerptAdd,
  anchors,
  search,
  suggestions,
  styleList,
  styleAdd,
  styleShow,
  styleRemove,
  memoNew,
  memoImport,
  check,
  exportMemo,
  bundle,
  bibliography,
  annotations,
  archive,
  restore,
  verify,
];
