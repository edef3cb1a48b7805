import type { BytesFormat, Format, TextFormat } from './format';
import { html } from './html';
import { markdown } from './markdown';
import { plainText } from './text';

/** Every format that can be imported. The first that recognises a content takes it, so the particular come first. */
export const formats: readonly Format[] = [html, markdown, plainText];

export const bytesFormats = formats.filter((format): format is BytesFormat => format.reads === 'bytes');
export const textFormats = formats.filter((format): format is TextFormat => format.reads === 'text');
