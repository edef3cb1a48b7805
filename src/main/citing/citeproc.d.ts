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

  /** How far names and years of a source are spelled out so that it cannot be mistaken; citeproc changes it in place. */
  export interface Disambiguation {
    names: number[];
    givens: number[][];
    year_suffix: string | false;
    disambiguate: number | boolean;
    use_initials?: boolean;
  }

  /** Every name met so far: how many given names and initials go with a family name. */
  export interface NameRegistry {
    /** By family name, then initials. */
    namereg: Record<string, { count: number; ikey: Record<string, { count: number } | undefined> } | undefined>;
    /** By source, its names as "family::initials::given". */
    nameind: Record<string, Record<string, true> | undefined>;
    addname(id: string, name: object, place: number): void;
  }

  export interface Registered {
    disambig: Disambiguation | false;
    seq: number;
    sortkeys: unknown[] | false;
    'citation-count'?: number;
  }

  export interface Registry {
    registry: Record<string, Registered | undefined>;
    refhash: Record<string, object>;
    authorstrings: Record<string, string>;
    namereg: NameRegistry;
    citationreg: { citationById: Record<string, Citation | undefined> };
    /** The sources, in the order of their first citation. */
    mylist: string[];
    /** Short forms of which some source has to be told apart again. */
    ambigsTouched: Record<string, true>;
    akeys: Record<string, true>;
    init(ids: string[]): void;
    doinserts(ids: string[]): void;
    dorefreshes(): void;
    rebuildlist(unsorted: boolean): void;
    sorttokens(unsorted: boolean): void;
    renumber(): void;
    getSortedIds(): string[];
  }

  /** Scratch variables, of those that matter here. */
  export interface Scratch {
    area: string;
    root: string;
    extension: string;
    suppress_decorations: boolean;
    disambig_override: boolean;
    disambig_request: Disambiguation | false;
    disambig_settings: Disambiguation;
    disambiguate_count: number;
    disambiguate_maxMax: number;
    lang_array: string[];
    names_max: { mystack: unknown[] };
    loadedItemIDs: Record<string, boolean>;
    authorstring_request?: boolean;
    last_rendered_name: unknown;
  }

  /** How deep in parentheses the text is, in note styles: those inside others become square ones. */
  export interface BracketCount {
    depth?: number;
  }

  export interface Comparing {
    compareCompositeKeys(a: [object, Cite], b: [object, Cite]): number;
  }

  export class Engine {
    constructor(system: System, style: CslElement | string, language: string, forceLanguage: boolean);
    opt: {
      xclass: 'note' | 'in-text';
      lang: string;
      update_mode: number;
      development_extensions: Record<string, boolean>;
      citation_number_sort?: unknown;
      grouped_sort?: unknown;
      has_disambiguate?: boolean;
      parallel: { enable: boolean };
      'disambiguate-add-givenname'?: unknown;
    };
    citation: { opt: Record<string, unknown>; srt: Comparing };
    citation_sort: { tokens: unknown[]; keys: unknown[] };
    bibliography_sort: { tokens: unknown[]; keys: unknown[] };
    bibliography: { tokens: unknown[]; opt: Record<string, unknown> };
    registry: Registry;
    tmp: Scratch;
    disambiguate: { run(shortForm: string): void };
    output: { checkNestedBrace?: BracketCount | undefined };
    setOutputFormat(name: string): void;
    updateItems(ids: readonly string[]): void;
    updateUncitedItems(ids: readonly string[]): void;
    processCitationCluster(
      citation: Citation,
      before: [string, number][],
      after: [string, number][],
      flag: number,
    ): [object, [number, string][]];
    retrieveItem(id: string): Item;
    getTerm(term: string): string;
    makeCitationCluster(items: Cite[]): string;
    rebuildProcessorState(citations: Citation[], format: string): [string, number, string][];
    makeBibliography(only?: {
      include: { field: string; value: string }[];
    }): [{ entry_ids: string[][]; hangingindent?: number | boolean }, string[]] | false;
  }

  /** A source as the engine holds it. */
  export type Item = { id: string; type?: string };

  interface Csl {
    Engine: typeof Engine & { Tmp: new () => Scratch };
    Registry: new (engine: Engine) => Registry;
    checkNestedBrace: new (engine: Engine) => BracketCount;
    Disambiguation: new (engine: Engine) => Engine['disambiguate'];
    AmbigConfig: new () => Disambiguation;
    Output: { Formats: Record<string, OutputFormat>; Queue: { prototype: object } };
    NameOutput: { prototype: object };
    POSITION: number;
    ASSUME_ALL_ITEMS_REGISTERED: number;
    getAmbiguousCite: (
      this: Engine,
      item: Item,
      disambig?: Disambiguation | false | null,
      visual?: boolean,
      cite?: Cite,
    ) => unknown;
    getSortKeys: (this: Engine, item: Item, area: 'citation_sort' | 'bibliography_sort') => unknown[];
    getSortCompare: (this: Engine | undefined, locale: string | undefined) => (a: string, b: string) => number;
    getCitationCluster: (this: Engine, cites: [object, Cite][]) => string;
    getBibliographyEntries: (this: Engine, only?: object) => unknown;
    parseLocator: (this: Engine, cite: Cite) => Cite;
    LOCATOR_LABELS_REGEXP: RegExp;
    LOCATOR_LABELS_MAP: Record<string, string | undefined>;
    toLocaleLowerCase: (this: Engine | undefined, text: string) => string;
    error(message: string): void;
    debug(message: string): void;
  }
  const CSL: Csl;
  export default CSL;
}
