/** The part of citeproc-js (2.4.63) that Commonplace uses; the package ships no types. */
declare module 'citeproc' {
  /** XML as citeproc's JSON parser takes it. */
  export interface CslElement {
    name: string;
    attrs: Record<string, string>;
    children: (CslElement | string)[];
  }

  /** One cited item inside a citation, with what its position in the document makes of it. */
  export interface Cite {
    id: string;
    label?: string;
    locator?: string;
    prefix?: string;
    suffix?: string;
    'suppress-author'?: boolean;
    'author-only'?: boolean;
    position?: number;
    'near-note'?: boolean;
    'first-reference-note-number'?: number;
    sortkeys?: unknown;
  }

  export interface Citation {
    citationID: string;
    citationItems: Cite[];
    properties: { noteIndex: number; unsorted?: boolean };
    /** Set by a whole run: the cites in the order in which they are printed, with their positions. */
    sortedItems?: [object, Cite][];
  }

  export interface System {
    retrieveLocale(language: string): CslElement | undefined;
    retrieveItem(id: string): object;
  }

  export interface OutputFormat {
    text_escape(text: string): string;
    [decoration: string]: unknown;
  }

  export class Engine {
    constructor(system: System, style: CslElement | string, language: string, forceLanguage: boolean);
    opt: {
      xclass: 'note' | 'in-text';
      update_mode: number;
      development_extensions: Record<string, boolean>;
      citation_number_sort?: unknown;
    };
    citation: {
      opt: Record<string, unknown>;
      srt: { compareCompositeKeys(a: [object, Cite], b: [object, Cite]): number };
    };
    citation_sort: { tokens: unknown[] };
    bibliography: { tokens: unknown[] };
    registry: {
      citationreg: { citationById: Record<string, Citation | undefined> };
      registry: Record<string, { 'citation-count'?: number }>;
    };
    setOutputFormat(name: string): void;
    updateItems(ids: readonly string[]): void;
    retrieveItem(id: string): object;
    getTerm(term: string): string;
    makeCitationCluster(items: Cite[]): string;
    rebuildProcessorState(citations: Citation[], format: string): [string, number, string][];
    makeBibliography(): [{ entry_ids: string[][]; hangingindent?: number | boolean }, string[]] | false;
  }

  interface Csl {
    Engine: typeof Engine;
    Output: { Formats: Record<string, OutputFormat>; Queue: { prototype: object } };
    NameOutput: { prototype: object };
    POSITION: number;
    getSortKeys: (this: Engine, item: object, area: 'citation_sort') => unknown;
    error(message: string): void;
    debug(message: string): void;
  }
  const CSL: Csl;
  export default CSL;
}
