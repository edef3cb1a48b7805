import { randomBytes } from 'node:crypto';
import { v5, v7 } from 'uuid';
import type { Clock } from '../context';

/** Our own UUIDv5 namespace: link ids depend on it, so it never changes. */
const linkNamespace = '6f1d4f0a-3c58-5b0e-9a57-0d9a4c0c7a11';

/** UUIDv5 of ids (and words): the same link made twice, also on two devices, is the same row. */
export function linkId(...parts: string[]): string {
  return v5(JSON.stringify(parts), linkNamespace);
}

/** A maker of UUIDv7 (RFC 9562) whose ids sort in the order they were made, also within a millisecond. */
export function idMaker(clock: Clock): () => string {
  let milliseconds = -1;
  let sequence = 0;
  return () => {
    const now = Math.max(0, Math.floor(clock()));
    if (now > milliseconds) {
      milliseconds = now;
      sequence = randomBytes(3).readUIntBE(0, 3);
    } else {
      sequence += 1;
    }
    return v7({ msecs: milliseconds, seq: sequence });
  };
}

/** A device's id in stamps: 48 random bits in hex. */
export function newDeviceId(): string {
  return randomBytes(6).toString('hex');
}
