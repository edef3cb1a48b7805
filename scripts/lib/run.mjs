import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder; scripts work from wherever they are started. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '');

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {{stdio?: import('node:child_process').StdioOptions, env?: NodeJS.ProcessEnv, timeout?: number}} [options]
 *   timeout in milliseconds, after which the program is stopped
 * @returns {Promise<number>} its exit code; 127 if it could not be started, 124 after a timeout
 */
export function run(program, args, { stdio = 'inherit', env = process.env, timeout } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio, env, windowsHide: true });
    let timedOut = false;
    const timer =
      timeout === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, timeout);
    // Ctrl+C reaches the child from the terminal; other signals are handed on, so that it can end in order.
    const pass = (signal) => child.kill(signal);
    process.on('SIGTERM', pass).on('SIGINT', ignore);
    const done = (code) => {
      clearTimeout(timer);
      process.off('SIGTERM', pass).off('SIGINT', ignore);
      resolve(code);
    };
    child.on('error', () => done(127));
    child.on('close', (code, signal) => done(timedOut ? 124 : (code ?? (signal === null ? 1 : 130))));
  });
}

function ignore() {}

/** Runs a Node program of this project or of its dependencies. */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}

/** Ends with one sentence on stderr. */
export function fail(message, code = 1) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}
