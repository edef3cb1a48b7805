import { askAll } from './asking';

/** A process that does nothing but ask, so that its memory is the core's and not the corpus's. */
process.once('message', (message) => {
  const { library, warmUp, queries } = message as { library: string; warmUp: string[]; queries: string[] };
  askAll(library, warmUp, queries).then(
    (asked) => process.send!(asked, () => process.disconnect()),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
