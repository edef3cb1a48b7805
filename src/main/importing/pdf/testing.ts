import { deflateSync } from 'node:zlib';

/** A line of Helvetica on a page, points from the lower left corner as PDF counts. */
export interface TestLine {
  text: string;
  x?: number;
  y: number;
  size?: number;
}

export interface TestPage {
  lines?: TestLine[];
  /** Annotation dictionaries, without their `<<` and `>>`. */
  annotations?: string[];
  /** Further entries of the page's dictionary. */
  entries?: string;
  /** The page's content in place of lines; its dictionary's entries come first. */
  content?: { entries: string; bytes: Uint8Array };
}

/** What else a document has, as entries of its dictionaries. */
export interface TestDocument {
  catalog?: string;
  info?: string;
  /** Objects from number 4 on, which the entries may refer to. */
  objects?: string[];
}

/** Writes a small PDF by hand, for what no program would write. */
export function writeTestPdf(
  pages: readonly TestPage[],
  { catalog = '', info = '', objects = [] }: TestDocument = {},
): Uint8Array {
  const bodies: (string | Uint8Array)[] = [
    '',
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...objects,
  ];
  const add = (body: string | Uint8Array) => bodies.push(body);
  const kids = pages.map(({ lines = [], annotations = [], entries = '', content }) => {
    const stream = content ?? { entries: '/Filter /FlateDecode', bytes: deflateSync(lines.map(drawn).join('\n')) };
    const contents = add(
      joined(`<< /Length ${stream.bytes.length} ${stream.entries} >>\nstream\n`, stream.bytes, '\nendstream'),
    );
    const marks = annotations.map((annotation) => `${add(`<< /Type /Annot ${annotation} >>`)} 0 R`);
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${contents} 0 R /Annots [${marks.join(' ')}] ${entries} >>`,
    );
  });
  bodies[0] = `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`;
  bodies[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  const infoId = add(`<< ${info} >>`);
  return withXref(bodies, `/Root 1 0 R /Info ${infoId} 0 R`);
}

/** A passage marked on a page, as entries of an annotation. */
export function highlight({
  x,
  y,
  width,
  height = 12,
  more = '',
}: {
  x: number;
  y: number;
  width: number;
  height?: number;
  more?: string;
}): string {
  const [left, bottom, right, top] = [x, y - 0.2 * height, x + width, y + 0.8 * height];
  return `/Subtype /Highlight /Rect [${left} ${bottom} ${right} ${top}] /QuadPoints [${left} ${top} ${right} ${top} ${left} ${bottom} ${right} ${bottom}] /C [1 1 0] ${more}`;
}

function drawn({ text, x = 72, y, size = 11 }: TestLine): string {
  const latin = [...text].map(
    (character) =>
      ({ '–': '\\226', '“': '\\223', '”': '\\224', '’': '\\222' })[character] ?? character.replace(/[()\\]/u, '\\$&'),
  );
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm (${latin.join('')}) Tj ET`;
}

function withXref(bodies: readonly (string | Uint8Array)[], trailer: string): Uint8Array {
  const parts: Uint8Array[] = [joined('%PDF-1.7\n')];
  let at = parts[0]?.length ?? 0;
  const offsets = bodies.map((body, index) => {
    const object = joined(`${index + 1} 0 obj\n`, body, '\nendobj\n');
    parts.push(object);
    const offset = at;
    at += object.length;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return joined(
    ...parts,
    `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${bodies.length + 1} ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
  );
}

function joined(...parts: (string | Uint8Array)[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
}
