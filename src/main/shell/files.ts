import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { headersOf, pageHeaders } from './policy';

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

export interface FileAnswer {
  status: 200 | 404 | 405;
  headers: Record<string, string>;
  body: Buffer;
}

/** Answers requests for the app's own files and nothing else. */
export interface FileMap {
  answer(method: string, url: string): Promise<FileAnswer>;
}

/**
 * A fixed manifest of the built renderer, read once. A request is looked up in it by its exact path and never joined to
 * a folder, so no spelling of `..` can reach another file.
 * @param folder the built renderer, with `index.html` in it
 * @param origin scheme and host the files are served under, e.g. `app://commonplace`
 */
export async function openFileMap(folder: string, origin: string): Promise<FileMap> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = mediaTypes[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    files.set('/' + path.slice(folder.length + 1).replaceAll('\\', '/'), path);
  }
  const notFound: FileAnswer = { status: 404, headers: { ...pageHeaders }, body: Buffer.alloc(0) };

  return {
    async answer(method, url) {
      if (method !== 'GET' && method !== 'HEAD') return { ...notFound, status: 405 };
      const pathname = pathOf(url, origin);
      const name = pathname === '/' ? '/index.html' : pathname;
      const path = name === null ? undefined : files.get(name);
      if (name === null || path === undefined) return notFound;
      const headers = { ...headersOf(name), 'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream' };
      return { status: 200, headers, body: method === 'HEAD' ? Buffer.alloc(0) : await readFile(path) };
    },
  };
}

function pathOf(url: string, origin: string): string | null {
  try {
    const parsed = new URL(url);
    return `${parsed.protocol}//${parsed.host}` === origin ? parsed.pathname : null;
  } catch {
    return null;
  }
}
