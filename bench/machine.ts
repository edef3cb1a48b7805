import { spawn } from 'node:child_process';
import { cpus } from 'node:os';

/** What the figures were measured on. */
export function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, ${process.platform}`;
}

/** Milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Runs a program to its end; its exit code. */
export function runProgram(name: string, args: readonly string[], cwd?: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { stdio: 'ignore', cwd });
    child.on('error', reject);
    child.on('exit', resolve);
  });
}

/** "pandoc 3.1", or null if it is not installed. */
export function pandocVersion(): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn('pandoc', ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] });
    let text = '';
    child.stdout.on('data', (part: Buffer) => (text += part.toString()));
    child.on('error', () => resolve(null));
    child.on('exit', () => resolve(text.split('\n')[0]?.trim() || null));
  });
}
