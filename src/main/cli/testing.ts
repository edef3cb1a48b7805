import { runCli } from './run';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** The command line in this process, on a library, for tests of what needs no process of its own. */
export async function runInside(library: string, ...args: string[]): Promise<Ran> {
  const ran: Ran = { code: 0, out: '', err: '' };
  const output = {
    out: (text: string) => void (ran.out += text),
    bytes: (data: Uint8Array) => void (ran.out += new TextDecoder().decode(data)),
    err: (text: string) => void (ran.err += text),
    interactive: false,
  };
  ran.code = await runCli(args, output, { COMMONPLACE_LIBRARY: library });
  return ran;
}
