export interface ReadmeFacts {
  title: string;
  day: string;
  warnings: readonly string[];
}

/** What a bundle is, in plain text for whoever unpacks it. */
export function writeReadme({ title, day, warnings }: ReadmeFacts): string {
  return [
    oneLine(title),
    `Evidence bundle made on ${day} with Commonplace`,
    '',
    'Open index.html in a browser: the memo, with a ↗ after every citation that opens the passage it rests on,',
    'lit up in the text of its source. No network and no program but the browser is needed.',
    '',
    'index.html      the memo',
    'sources.html    what it cites, with the originals',
    'sources/        a page for each text that is cited, and the same text as a plain file',
    'originals/      the files as they were collected. Web pages end in .txt, so that nothing in them runs;',
    '                take that ending off to see one as a page, if you trust it.',
    'memo/           the memo in other formats, where they were asked for',
    'ledger.json     for each sentence of the memo: the excerpts, sources and claims under it, with SHA-256 hashes',
    'SHA256SUMS      the hash of every file. To check them all: sha256sum -c SHA256SUMS',
    '                (macOS: shasum -a 256 -c SHA256SUMS)',
    '',
    'A passage with a line under it was excerpted; with a dotted line, it is the paragraph or page that a citation names',
    'without an excerpt. Where neither is known, the page of the source says so.',
    '',
    ...(warnings.length === 0
      ? ['Nothing is missing from this bundle.']
      : ['What to know:', ...warnings.map((warning) => `- ${oneLine(warning)}`)]),
    '',
  ].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
