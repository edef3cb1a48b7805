#!/usr/bin/env node
import { runCli } from './cli/run';

// `commonplace … | head` closes the pipe early: that is no error, and nobody is left to read one.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    if (stream === process.stdout) process.stderr.write(`commonplace: ${unwritten(error.code)}\n`);
    process.exit(2);
  });
}

process.exitCode = await runCli(
  process.argv.slice(2),
  {
    out: (text) => void process.stdout.write(text),
    bytes: (data) => void process.stdout.write(data),
    err: (text) => void process.stderr.write(text),
    interactive: process.stderr.isTTY === true,
  },
  process.env,
);

function unwritten(code = 'unknown reason'): string {
  const reason = code === 'ENOSPC' ? 'the disk is full' : code;
  return `The results could not be written: ${reason}. Send them somewhere else.`;
}
