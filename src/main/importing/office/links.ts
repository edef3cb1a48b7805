import { isSafeUrl } from '../../../shared/memo/document';

/** A link's address if it leads to a page or a mailbox; '' for files, macros and places in the document. */
export function safeLink(address: string): string {
  const href = address.trim();
  return href.length <= 2000 && isSafeUrl(href) ? href : '';
}

/** Where a field's instruction leads ('' if nowhere safe); null if it is no link's. */
export function fieldLink(instruction: string): string | null {
  const address = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*(?:"([^"]*)"|(\S+))/iu.exec(instruction);
  return address && safeLink(address[1] ?? address[2] ?? '');
}

/** Whether a field shows a list of the document's own headings or words. */
export function makesContents(instruction: string): boolean {
  return /^\s*(?:TOC|INDEX)\b/iu.test(instruction);
}
