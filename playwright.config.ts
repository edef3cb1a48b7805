import { defineConfig } from '@playwright/test';

const onDisplay = process.env['COMMONPLACE_SHELL'] === 'electron' || process.env['COMMONPLACE_HEADED'] === '1';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A control that is not there is told in seconds, not at the end of the test.
  use: { actionTimeout: 15_000 },
  // Windows on one display share its clipboard and its focus; without a display each has its own.
  workers: onDisplay ? 1 : 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  reporter: process.env['COMMONPLACE_E2E_REPORT']
    ? [['list'], ['json', { outputFile: process.env['COMMONPLACE_E2E_REPORT'] }]]
    : [['list']],
  projects: [
    { name: 'e2e', testMatch: '**/*.spec.ts', testIgnore: '**/*.screenshots.spec.ts' },
    { name: 'screenshots', testMatch: '**/*.screenshots.spec.ts' },
  ],
});
