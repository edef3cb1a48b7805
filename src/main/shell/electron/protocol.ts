import { protocol, type Session } from 'electron';
import type { FileMap } from '../files';
import { appScheme } from './security';

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the fixed file map under `app://`. */
export function serveApp(session: Session, files: FileMap): void {
  session.protocol.handle(appScheme, async (request) => {
    const answer = await files.answer(request.method, request.url);
    const body = answer.status === 200 && request.method !== 'HEAD' ? new Uint8Array(answer.body) : null;
    return new Response(body, { status: answer.status, headers: answer.headers });
  });
}
