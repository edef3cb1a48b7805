import { CommonplaceError } from '../../../shared/result';

/** What the driver must know about a statement before SQLite sees it. */
export interface ScannedSql {
  /** Highest parameter number: `?` counts on from the highest so far, `?3` is the third. */
  parameters: number;
  /** First keyword in lower case, e.g. 'select'. */
  verb: string;
  /** True when running it answers rows: a query, a pragma, or a write with RETURNING. */
  answersRows: boolean;
}

type TokenKind = 'word' | 'semicolon' | 'parameter' | 'other';
interface Token {
  kind: TokenKind;
  text: string;
}

const tokenPattern =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|\d[\w.]*|\?\d*|[:@$#][\w$]+|;|\s+|[\s\S]/g;

function* tokens(sql: string): Generator<Token> {
  for (const [text] of sql.matchAll(tokenPattern)) {
    if (/^(?:\s|--|\/\*)/.test(text)) continue;
    if (text === ';') yield { kind: 'semicolon', text };
    else if (/^[?:@$#]/.test(text) && (text.length > 1 || text === '?')) yield { kind: 'parameter', text };
    else if (/^[A-Za-z_\u0080-\uffff]/.test(text)) yield { kind: 'word', text: text.toLowerCase() };
    else yield { kind: 'other', text };
  }
}

/**
 * Reads one SQL statement far enough to refuse what the `sqlite3` package would silently get wrong: anything after the
 * first statement, named parameters, and (with the count) missing parameters.
 *
 * Strings, quoted names and comments are skipped. A trigger's body contains semicolons; as in `sqlite3_complete()`
 * (https://sqlite.org/c3ref/complete.html), it ends at `; END` followed by a semicolon or the end of the text.
 *
 * @throws CommonplaceError `bad-input` for an empty text, a second statement or a named parameter.
 */
export function scanSql(sql: string): ScannedSql {
  const known = scannedBefore.get(sql);
  if (known) return known;
  const scanned = scan(sql);
  if (scannedBefore.size >= mostScanned) scannedBefore.clear();
  scannedBefore.set(sql, scanned);
  return scanned;
}

/** Statements are part of the code, so there are few of them, and each is run again and again. */
const scannedBefore = new Map<string, ScannedSql>();
const mostScanned = 1000;

function scan(sql: string): ScannedSql {
  let parameters = 0;
  let verb = '';
  let returning = false;
  let ended = false;
  const opening: string[] = [];
  let inTrigger = false;
  let previous = '';
  let beforePrevious = '';

  for (const token of tokens(sql)) {
    if (ended && token.kind === 'semicolon') continue;
    if (ended) throw new CommonplaceError('bad-input', 'One statement at a time: the text after the first is not run.');
    if (token.kind === 'semicolon') {
      if (verb === '') continue;
      ended = !inTrigger || (previous === 'end' && beforePrevious === ';');
    } else if (token.kind === 'parameter') {
      if (!token.text.startsWith('?'))
        throw new CommonplaceError('bad-input', 'Named parameters are not supported: use ? for each value.');
      parameters = token.text === '?' ? parameters + 1 : Math.max(parameters, Number(token.text.slice(1)));
    } else if (token.kind === 'word') {
      if (verb === '') verb = token.text;
      if (opening.length < 3) {
        opening.push(token.text);
        inTrigger = /^create (?:temp |temporary )?trigger/.test(opening.join(' '));
      }
      if (token.text === 'returning') returning = true;
    }
    beforePrevious = previous;
    previous = token.text;
  }
  if (verb === '') throw new CommonplaceError('bad-input', 'There is no statement to run.');
  const query = ['select', 'values', 'pragma', 'explain'].includes(verb);
  return { parameters, verb, answersRows: query || returning };
}
