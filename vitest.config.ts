import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'bench/**/*.test.ts', 'fuzz/**/*.test.ts', 'scripts/**/*.test.mjs'],
    environment: 'node',
    setupFiles: ['scripts/lib/seed.ts'],
    // Real SQLite, real child processes: generous, because CI machines are slow and share their disks.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Native SQLite handles do not survive worker threads being torn down mid-write.
    pool: 'forks',
    // By default one core is left out, which halves the speed of the smallest machines.
    maxWorkers: '100%',
    reporters: ['default'],
  },
});
