import fc from 'fast-check';

/**
 * Property tests try the same values in every run, so that a failure comes from the change under test and not from luck.
 * `COMMONPLACE_SEED=random` (or a number) looks for new ones; what it finds becomes a test by name.
 */
const seed = process.env['COMMONPLACE_SEED'] ?? '20261123';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
