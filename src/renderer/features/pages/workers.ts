// Vite gives the address of the built worker, whatever it exports.
// oxlint-disable-next-line import/default
import drawUrl from './worker/draw.worker.ts?worker&url';
// oxlint-disable-next-line import/default
import placeUrl from './worker/place.worker.ts?worker&url';

interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => unknown };
}

let policy: { createScriptURL: (url: string) => unknown } | null = null;

function start(url: string): Worker {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  if (factory && !policy) {
    policy = factory.createPolicy('commonplace-workers', {
      createScriptURL: (wanted) => {
        if (wanted !== drawUrl && wanted !== placeUrl) throw new TypeError('There is no such worker');
        return wanted;
      },
    });
  }
  return new Worker((policy ? policy.createScriptURL(url) : url) as string, { type: 'module' });
}

/** The worker that draws pages; see worker/draw.worker.ts. */
export function startDrawWorker(): Worker {
  return start(drawUrl);
}

/** The worker that finds the words of a snapshot on the pages; see worker/place.worker.ts. */
export function startPlaceWorker(): Worker {
  return start(placeUrl);
}
