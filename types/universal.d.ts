/** What `src/shared` may use beyond ECMAScript: the few globals that Node and browsers have in common. */
declare class URL {
  constructor(url: string, base?: string);
  readonly href: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly pathname: string;
}
declare function atob(base64: string): string;
declare function decodeURIComponent(text: string): string;
