import { CommonplaceError } from '../../shared/result';

/** A JSON file's value. @throws CommonplaceError `unreadable` */
export function parseJson(text: string): unknown {
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
