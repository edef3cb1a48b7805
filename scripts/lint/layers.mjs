/**
 * Which file may import what (DESIGN.md, section 2), as data. `from` is matched against the importing file's path below
 * the project, `target` against the imported package's name or, for relative imports, against the path they lead to.
 * Tests may reach further than the code they test where a rule says so.
 */
const test = /\.test\.tsx?$/;

export const layers = [
  {
    from: /^(src|bench|fuzz)\//,
    except: /^src\/(main\/shell\/electron|preload)\//,
    target: /^electron(\/|$)/,
    message: 'electron is imported only under src/main/shell/electron/ and src/preload/.',
  },
  {
    from: /^(src|bench|fuzz)\//,
    except: /^src\/main\/library\/db\/driver(\.test)?\.ts$/,
    target: /^sqlite3$/,
    message: 'sqlite3 is imported only in src/main/library/db/driver.ts.',
  },
  {
    from: /^src\/shared\//,
    exceptTests: test,
    target: /^(node:|src\/(main|renderer|preload)\/)/,
    message: 'src/shared is for every environment: no Node, no main, no renderer.',
  },
  {
    from: /^src\/renderer\//,
    exceptTests: test,
    target: /^(node:|electron|src\/(main|preload)\/|sqlite3|playwright-core)/,
    message: 'The renderer reaches the rest of the app through the bridge only: no Node, no main.',
  },
  {
    from: /^src\/preload\//,
    target: /^(node:|src\/(main|renderer)\/)/,
    message: 'A sandboxed preload has no Node and knows only src/shared.',
  },
  {
    from: /^src\/main\/(library|core|importing|references|annotations|citing|exporting|cli)\//,
    target: /^(src\/main\/shell\/|src\/renderer\/|src\/preload\/|playwright-core$|@playwright\/)/,
    message: 'The core knows no window: nothing of the shell, the renderer or the preload.',
  },
  {
    from: /^src\/main\/shell\//,
    exceptTests: test,
    target: /^(src\/main\/(library|importing|references|annotations|citing|exporting)\/|src\/renderer\/)/,
    message: 'A shell talks to the core through src/main/core/ only.',
  },
  {
    from: /^src\/(main|shared\/(?!memo\/))/,
    target: /^(lexical|@lexical\/.+)$/,
    message: 'Only the editor and src/shared/memo/ know Lexical; others read the memo document.',
  },
];

/** Where SQL may stand. */
export const sqlAllowed =
  /(^|\/)(store|[\w-]+-store)\.ts$|\/migrations\/|^src\/main\/library\/db\/|\.test\.tsx?$|\/testing\.ts$|^(e2e|bench|scripts)\//;

/** The message of the first layer rule this import breaks, or null. */
export function brokenRule(file, specifier) {
  const target = specifier.startsWith('.') ? resolve(file, specifier) : specifier;
  for (const { from, except, exceptTests, target: forbidden, message } of layers) {
    if (!from.test(file) || except?.test(file) || exceptTests?.test(file)) continue;
    if (forbidden.test(target)) return message;
  }
  return null;
}

function resolve(file, specifier) {
  const parts = file.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

// The beginning of a statement, as it is written in code: a verb and what must follow it.
const sql =
  /^\s*(--[^\n]*\n\s*)*(SELECT\s+[\w"*(:@$?]|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|REPLACE\s+INTO\s|CREATE\s+(UNIQUE\s+|VIRTUAL\s+|TEMP\s+)*(TABLE|INDEX|TRIGGER|VIEW)\s|ALTER\s+TABLE\s|DROP\s+(TABLE|INDEX|TRIGGER|VIEW)\s|WITH\s+(RECURSIVE\s+)?\w+(\s*\([^)]*\))?\s+AS\s*\(|VACUUM\s+INTO)/;

/** True for text that begins like a statement about rows or tables; PRAGMA and BEGIN belong to connections. SQL in this project is written in capitals, English is not. */
export function looksLikeSql(text) {
  return sql.test(text);
}
