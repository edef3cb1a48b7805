import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import {
  turned,
  type Box,
  type PdfContent,
  type PdfLink,
  type PdfMark,
  type PdfOutlineEntry,
  type PdfPage,
  type PdfTag,
  type PdfText,
  type Turn,
} from './content';

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;
type TreeNode = Awaited<ReturnType<PDFPageProxy['getStructTree']>>;
type Matrix = readonly number[];

type Marking = Pick<PdfText, 'tag' | 'artifact'>;

/** What pdf.js says of an annotation, as far as it is read here. */
interface Annotation {
  subtype?: string;
  rect?: number[];
  /** Eight numbers a quadrilateral. */
  quadPoints?: ArrayLike<number> | null;
  url?: string;
  color?: ArrayLike<number> | null;
  contentsObj?: { str: string };
  overlaidText?: string;
}

/** UTF-16 code units kept of a remark. */
const longestNote = 50_000;
const markings: ReadonlySet<string> = new Set(['Highlight', 'Underline', 'StrikeOut', 'Squiggly']);

/** Reads the text, tags, links and marks of all pages. Pages that pdf.js cannot read are left empty. */
export async function readContent(document: PDFDocumentProxy): Promise<PdfContent> {
  const labels = await document.getPageLabels().catch(() => null);
  const pages: PdfPage[] = [];
  for (let index = 0; index < document.numPages; index += 1) {
    const label = labels?.[index]?.trim() || String(index + 1);
    pages.push(await readPage(document, index + 1, label));
  }
  return { pages, outline: await readOutline(document) };
}

async function readPage(document: PDFDocumentProxy, number: number, label: string): Promise<PdfPage> {
  let proxy: PDFPageProxy;
  try {
    proxy = await document.getPage(number);
  } catch {
    return { label, width: 0, height: 0, turn: 0, texts: [], tags: null, links: [], marks: [] };
  }
  const { width, height, transform } = proxy.getViewport({ scale: 1 });
  const [content, tree, annotations] = await Promise.all([
    proxy.getTextContent({ includeMarkedContent: true }).catch(() => ({ items: [], styles: {}, lang: null })),
    proxy.getStructTree().catch(() => null),
    proxy.getAnnotations({ intent: 'display' }).catch(() => []),
  ]);
  proxy.cleanup();
  const turn = mainTurn(content, transform);
  const page = { label, width, height, turn };
  return {
    ...page,
    texts: textsOf(content, transform, page),
    tags: tree === null ? null : tagOf(tree, 0),
    links: linksOf(annotations, transform, page),
    marks: marksOf(annotations, transform, page),
  };
}

/** The turn of most of a page's characters. Others are stamps in the margin or parts of drawings. */
function mainTurn({ items }: TextContent, view: Matrix): Turn {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const item of items) {
    if (!('str' in item)) continue;
    const turn = turnOf(times(view, item.transform));
    if (turn !== null) counts[turn] += item.str.length;
  }
  return counts.indexOf(Math.max(...counts)) as Turn;
}

/** Null for text that lies aslant: watermarks. Scanned pages may lean a little. */
function turnOf([a = 1, b = 0]: Matrix): Turn | null {
  const quarters = Math.atan2(b, a) / (Math.PI / 2);
  const nearest = Math.round(quarters);
  return Math.abs(quarters - nearest) > 0.1 ? null : (((4 - nearest) % 4) as Turn);
}

function textsOf({ items, styles }: TextContent, view: Matrix, page: Pick<PdfPage, 'width' | 'height' | 'turn'>) {
  const texts: PdfText[] = [];
  const open: Marking[] = [];
  const scale = Math.hypot(view[0] ?? 1, view[1] ?? 0);
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(markedContent(item, open.at(-1)));
      continue;
    }
    if (item.str === '') continue;
    const matrix = times(view, item.transform);
    if (turnOf(matrix) !== page.turn) continue;
    const [, , c = 0, d = 0, x = 0, y = 0] = matrix;
    const at = turned({ left: x, right: x, top: y, bottom: y }, page);
    const size = Math.hypot(c, d);
    const style = styles[item.fontName];
    texts.push({
      str: item.str,
      left: at.left,
      right: at.left + item.width * scale,
      top: at.top - size * within(style?.ascent, 0.7, 1),
      bottom: at.top + size * within(-(style?.descent ?? 0), 0.15, 0.35),
      baseline: at.top,
      size,
      font: item.fontName,
      mono: style?.fontFamily === 'monospace',
      rtl: item.dir === 'rtl',
      ...(open.at(-1) ?? { tag: null, artifact: false }),
    });
  }
  return texts;
}

/** subtle: pdf.js names the tag of marked content, though its types do not. */
function markedContent(item: TextContent['items'][number] & { id?: string; tag?: string }, outer: Marking | undefined) {
  return { tag: item.id ?? outer?.tag ?? null, artifact: outer?.artifact === true || item.tag === 'Artifact' };
}

function tagOf(node: NonNullable<TreeNode>, depth: number): PdfTag {
  const children: PdfTag['children'] = [];
  for (const child of depth < 100 ? node.children : []) {
    if ('role' in child) children.push(tagOf(child, depth + 1));
    else if (child.type === 'content') children.push(child.id);
  }
  const { alt } = node as { alt?: string };
  return { role: node.role, alt: typeof alt === 'string' ? alt : '', children };
}

function linksOf(annotations: Annotation[], view: Matrix, page: Pick<PdfPage, 'width' | 'height' | 'turn'>): PdfLink[] {
  return annotations.flatMap((annotation) =>
    annotation.subtype === 'Link' && typeof annotation.url === 'string'
      ? [{ href: annotation.url, boxes: boxesOf(annotation, view, page) }]
      : [],
  );
}

function marksOf(annotations: Annotation[], view: Matrix, page: Pick<PdfPage, 'width' | 'height' | 'turn'>): PdfMark[] {
  return annotations.flatMap((annotation): PdfMark[] => {
    if (!markings.has(annotation.subtype ?? '')) return [];
    const [red, green, blue] = Array.from(annotation.color ?? []);
    const words = annotation.overlaidText?.trim() ?? '';
    const note = annotation.contentsObj?.str.trim().slice(0, longestNote) ?? '';
    return [
      {
        boxes: boxesOf(annotation, view, page),
        colour: blue === undefined ? null : [red ?? 0, green ?? 0, blue],
        // Some programs put the marked words there, where others have the reader's remark.
        note: note === words ? '' : note,
        words,
      },
    ];
  });
}

function boxesOf(
  { quadPoints, rect = [] }: Annotation,
  view: Matrix,
  page: Pick<PdfPage, 'width' | 'height' | 'turn'>,
) {
  const boxes: Box[] = [];
  const numbers = quadPoints && quadPoints.length >= 8 ? Array.from(quadPoints) : corners(rect);
  for (let at = 0; at + 7 < numbers.length; at += 8) {
    const xs: number[] = [];
    const ys: number[] = [];
    for (let corner = at; corner < at + 8; corner += 2) {
      const [, , , , x = 0, y = 0] = times(view, [1, 0, 0, 1, numbers[corner] ?? 0, numbers[corner + 1] ?? 0]);
      xs.push(x);
      ys.push(y);
    }
    const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
    boxes.push(turned(box, page));
  }
  return boxes;
}

function corners([left = 0, bottom = 0, right = 0, top = 0]: number[]): number[] {
  return [left, top, right, top, left, bottom, right, bottom];
}

async function readOutline(document: PDFDocumentProxy): Promise<PdfOutlineEntry[]> {
  const entries: PdfOutlineEntry[] = [];
  type Item = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];
  const walk = (items: readonly Item[], level: number) => {
    for (const { title, items: inner } of items) {
      if (entries.length >= 10_000) return;
      entries.push({ title, level });
      if (level < 6) walk(inner as Item[], level + 1);
    }
  };
  // subtle: null for documents without one, whatever the types say.
  walk((await document.getOutline().catch(() => null)) ?? [], 1);
  return entries;
}

function times(a: Matrix, b: Matrix): number[] {
  const [a0 = 1, a1 = 0, a2 = 0, a3 = 1, a4 = 0, a5 = 0] = a;
  const [b0 = 1, b1 = 0, b2 = 0, b3 = 1, b4 = 0, b5 = 0] = b;
  return [
    a0 * b0 + a2 * b1,
    a1 * b0 + a3 * b1,
    a0 * b2 + a2 * b3,
    a1 * b2 + a3 * b3,
    a0 * b4 + a2 * b5 + a4,
    a1 * b4 + a3 * b5 + a5,
  ];
}

function within(value: number | undefined, least: number, most: number): number {
  return value === undefined || Number.isNaN(value) ? (least + most) / 2 : Math.min(most, Math.max(least, value));
}
