import { fieldLink, makesContents } from '../office/links';

interface Field {
  instruction: string;
  showing: boolean;
}

/** Word's fields: an instruction, then what it shows. They nest, and go on over runs and paragraphs. */
export class Fields {
  #open: Field[] = [];

  /** Whether what comes is text to read: neither an instruction nor a table of contents. */
  get visible(): boolean {
    return this.#open.every(({ showing, instruction }) => showing && !makesContents(instruction));
  }

  /** Where the innermost link leads; '' for none. */
  get href(): string {
    for (const { instruction } of [...this.#open].reverse()) {
      const href = fieldLink(instruction);
      if (href !== null) return href;
    }
    return '';
  }

  begin(): void {
    this.#open.push({ instruction: '', showing: false });
  }

  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.showing && field.instruction.length < 4000) field.instruction += text;
  }

  show(): void {
    const field = this.#open.at(-1);
    if (field) field.showing = true;
  }

  end(): void {
    this.#open.pop();
  }

  /** At a paragraph's end: an instruction does not go on over it, so nothing that follows is lost to one without an end. */
  endParagraph(): void {
    this.#open = this.#open.filter(({ showing }) => showing);
  }
}
