import { Buffer } from 'node:buffer';
import { CommonplaceError } from '../../shared/result';
import { protectedByPassword } from './zip';

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What a compound file holds, by the names of its streams. */
const contents: [stream: string, what: string, remedy: string][] = [
  ['WordDocument', 'an old Word document (.doc)', 'Open it in Word or LibreOffice, save it as .docx'],
  ['Workbook', 'a spreadsheet', 'Save it as a document or PDF'],
  ['PowerPoint Document', 'a presentation', 'Save it as a document or PDF'],
  ['__properties_version1.0', 'an Outlook message', 'Save it as HTML or plain text'],
];

/** Whether a file is a compound file, as office programs wrote until 2007, and still do around what a password protects. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Why a compound file does not come in, and what to do about it. */
export function compoundFileRefusal(bytes: Uint8Array): CommonplaceError {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage')) return protectedByPassword();
  const [, what, remedy] = contents.find(([stream]) => has(stream)) ?? [
    '',
    'an old office document',
    'Save it in a newer form, or as PDF',
  ];
  return new CommonplaceError(
    'unsupported-format',
    `The file is ${what}, which is not imported. ${remedy} and import that.`,
  );
}
