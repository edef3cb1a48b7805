import { importFormats } from '../../shared/domain/imports';
import { CommonplaceError } from '../../shared/result';
import { cleanText } from './clean';
import { decodeText } from './encoding';
import type { BytesFormat, ParsedDocument } from './format';
import { importHtml } from './html';
import { parsePublicationDate } from './metadata/dates';
import { readMime, type MimePart } from './mhtml/mime';

/**
 * A page saved in one file as a MIME message (RFC 2557), as Chromium, Edge, Internet Explorer and Word write it: the first page in it,
 * with the pages in its frames. Pictures and styles stay in the attachment.
 */
function importMhtml(bytes: Uint8Array, fallbackTitle: string): ParsedDocument {
  const { headers, parts } = readMime(bytes);
  const pages = parts.filter((part) => /^(?:text\/html|application\/xhtml\+xml)$/u.test(part.type));
  const [main] = pages;
  if (!main) {
    throw new CommonplaceError(
      'unreadable',
      'The file holds no page: it was cut off or saved empty. Save the page again, as “Web page, complete” or as MHTML.',
    );
  }
  const { text, warnings } = textOf(main);
  const frames = new Map<string, string>();
  for (const part of pages.slice(1, 100))
    for (const address of addressesOf(part)) frames.set(address, textOf(part).text);
  const document = importHtml(text, headers.get('subject') || fallbackTitle, {
    address: headers.get('snapshot-content-location') ?? main.headers.get('content-location') ?? '',
    savedOn: parsePublicationDate(headers.get('date') ?? ''),
    frames,
  });
  return { ...document, warnings: [...warnings, ...document.warnings] };
}

function textOf(part: MimePart): { text: string; warnings: string[] } {
  const decoded = decodeText(part.body, part.parameters.get('charset'));
  const { text, warnings } = cleanText(decoded.text);
  return { text, warnings: [...decoded.warnings, ...warnings] };
}

/** How frames name the page that is in them. */
function addressesOf(part: MimePart): string[] {
  const id = part.headers.get('content-id')?.replace(/^<|>$/gu, '');
  return [...(id ? [`cid:${id}`] : []), part.headers.get('content-location') ?? ''].filter((address) => address !== '');
}

export const mhtml: BytesFormat = {
  ...importFormats.mhtml,
  reads: 'bytes',
  // An e-mail is such a message as well, but says to whom it goes.
  recognises: (head) =>
    /^(?:[\w-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}/u.test(head) &&
    /^content-type:\s*(?:multipart\/related|text\/html)/imu.test(head) &&
    /^(?:mime-version|snapshot-content-location):/imu.test(head) &&
    !/^(?:to|received|message-id|delivered-to):/imu.test(head.split(/\r?\n\r?\n/u)[0] ?? ''),
  parse: (bytes, { fallbackTitle }) => importMhtml(bytes, fallbackTitle),
};
