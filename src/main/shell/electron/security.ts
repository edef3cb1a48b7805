import type { Session, WebContents, WebPreferences } from 'electron';

/** The page's scheme; registered as standard and secure before the app is ready. */
export const appScheme = 'app';
export const appOrigin = 'app://commonplace';

/** The same for every window, hidden ones too. */
export const secureWebPreferences: Readonly<WebPreferences> = {
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  experimentalFeatures: false,
  allowRunningInsecureContent: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  disableDialogs: true,
  // Electron's spell checker fetches its dictionaries from the network.
  spellcheck: false,
  devTools: true,
};

/** What a page of ours may do without asking: put text on the clipboard after a click. */
const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** True for addresses of the app's own page. `URL.origin` is 'null' for custom schemes, so scheme and host are compared. */
export function isAppUrl(text: string): boolean {
  try {
    const url = new URL(text);
    return `${url.protocol}//${url.host}` === appOrigin;
  } catch {
    return false;
  }
}

/** Denies permissions, devices and every request that is not for the app's own files. */
export function lockSession(session: Session, onBlocked: (what: string) => void): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(allowedPermissions.has(permission) && isAppUrl(contents.getURL()));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => allowedPermissions.has(permission) && isAppUrl(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isAppUrl(details.url) || details.url.startsWith(`blob:${appOrigin}/`) || isDevTools(details.url);
    if (!allowed && !details.url.startsWith('data:')) onBlocked(`${details.url.slice(0, 200)} ${details.resourceType}`);
    answer({ cancel: !allowed && !isInlineImage(details.url, details.resourceType) });
  });
}

function isInlineImage(url: string, kind: string): boolean {
  return url.startsWith('data:') && kind === 'image';
}

function isDevTools(url: string): boolean {
  return url.startsWith('devtools://');
}

/** Keeps a window on the app's page: no navigation, no frames of others, no new windows, no webviews. */
export function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // A reload is a navigation to the same page.
  contents.on('will-navigate', (event) => {
    if (!event.isMainFrame || !isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
