import { isSafeUrl } from '../../../shared/memo/document';

/** A link's address if it leads to a page or a mailbox; '' for files, macros and places in the document. */
export function safeLink(address: string): string {
  const href = address.trim();
  return href.length <= 2000 && isSafeUrl(href) ? href : '';
}
