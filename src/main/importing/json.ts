import { CommonplaceError } from '../../shared/result';
import { cleanText } from './clean';

/**
 * A JSON file's value, as it was decoded: its strings may hold what no text should. What some programs write although JSON
 * has it not, a byte order mark and control characters, goes. @throws CommonplaceError `unreadable`
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return parseCleaned(cleanText(text).text);
  }
}

function parseCleaned(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new CommonplaceError(
      'unreadable',
      'The file is not valid JSON: it is damaged or cut short. Export it again from where it comes from.',
      error instanceof Error ? error.message : undefined,
    );
  }
}

/** Whether a value of parsed JSON is an object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
