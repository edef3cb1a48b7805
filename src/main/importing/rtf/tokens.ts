/** One thing in an RTF file. The reader of tokens changes and answers the same object each time. */
export interface Token {
  /** `byte` is a byte of text, `word` a control word or symbol ("par", "'" is a byte, "~" a word), `end` the file's end. */
  type: 'open' | 'close' | 'word' | 'byte' | 'end';
  name: string;
  /** The number after a control word; undefined if there is none. */
  value: number | undefined;
  byte: number;
}

const [openBrace, closeBrace, backslash, quote, minus, space] = [0x7b, 0x7d, 0x5c, 0x27, 0x2d, 0x20];

/** Cuts an RTF file into tokens. Nothing in it makes this fail; what is cut off ends it. */
export class Tokens {
  readonly #bytes: Uint8Array;
  readonly #token: Token = { type: 'end', name: '', value: undefined, byte: 0 };
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): Token {
    const bytes = this.#bytes;
    const token = this.#token;
    while (bytes[this.#at] === 0x0a || bytes[this.#at] === 0x0d) this.#at += 1;
    const byte = bytes[this.#at];
    if (byte === undefined) {
      token.type = 'end';
      return token;
    }
    this.#at += 1;
    if (byte === openBrace) token.type = 'open';
    else if (byte === closeBrace) token.type = 'close';
    else if (byte === backslash) this.#control(token);
    else {
      token.type = 'byte';
      token.byte = byte;
    }
    return token;
  }

  /** Passes over what follows the control word \bin, or what stands for a character that \u has given. */
  skip(bytes: number): void {
    this.#at += Math.max(0, bytes);
  }

  /** Passes over the group that is open to its end. The brace that closes it is the next token. */
  skipGroup(): void {
    const bytes = this.#bytes;
    let depth = 0;
    for (; this.#at < bytes.length; this.#at += 1) {
      const byte = bytes[this.#at];
      if (byte === openBrace) depth += 1;
      else if (byte === closeBrace) {
        if (depth === 0) return;
        depth -= 1;
      } else if (byte === backslash) {
        const binary = this.#binaryLength();
        this.#at += binary ?? 1;
      }
    }
  }

  /** The length of `\bin123 ` and the bytes it announces, less the backslash; undefined where there is none. */
  #binaryLength(): number | undefined {
    const head = String.fromCharCode(...this.#bytes.subarray(this.#at + 1, this.#at + 16));
    const match = /^bin(\d{1,9}) ?/u.exec(head);
    return match ? match[0].length + Number(match[1]) : undefined;
  }

  #control(token: Token): void {
    const bytes = this.#bytes;
    const first = bytes[this.#at] ?? space;
    if (!isLetter(first)) {
      this.#at += 1;
      if (first === quote) {
        token.type = 'byte';
        const digits = String.fromCharCode(bytes[this.#at] ?? 0, bytes[this.#at + 1] ?? 0);
        const value = /^[0-9a-f]{2}$/iu.test(digits) ? Number.parseInt(digits, 16) : undefined;
        if (value !== undefined) this.#at += 2;
        token.byte = value ?? 0x3f;
        return;
      }
      token.type = 'word';
      token.value = undefined;
      // A backslash at a line's end is a paragraph's end.
      token.name = first === 0x0a || first === 0x0d ? 'par' : String.fromCharCode(first);
      return;
    }
    const start = this.#at;
    while (isLetter(bytes[this.#at] ?? 0) && this.#at - start < 32) this.#at += 1;
    token.type = 'word';
    token.name = String.fromCharCode(...bytes.subarray(start, this.#at));
    const numberStart = this.#at;
    if (bytes[this.#at] === minus) this.#at += 1;
    while (isDigit(bytes[this.#at] ?? 0) && this.#at - numberStart < 11) this.#at += 1;
    const digits = String.fromCharCode(...bytes.subarray(numberStart, this.#at));
    token.value = /\d/u.test(digits) ? Number(digits) : undefined;
    if (bytes[this.#at] === space) this.#at += 1;
  }
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
