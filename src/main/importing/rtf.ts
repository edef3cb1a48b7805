import { importFormats } from '../../shared/domain/imports';
import type { BytesFormat } from './format';
import { officeDocument } from './office/document';
import { readRtf } from './rtf/reader';

export const rtf: BytesFormat = {
  ...importFormats.rtf,
  reads: 'bytes',
  recognises: (head) => /^\s*\{\\rtf/u.test(head),
  parse: (bytes, { fallbackTitle }) => officeDocument(readRtf(bytes), fallbackTitle),
};
