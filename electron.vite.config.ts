import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const source = (path: string) => resolve(process.cwd(), 'src', path);

/**
 * Every program that Node (or Electron's Node) starts by its own file. `chromium-shell` is the module that e2e tests
 * load to drive the very window that users get.
 */
// Flat output: import.meta.url of any module is then in out/main, whichever chunk it lands in.
const mainEntries = {
  index: source('main/index.ts'),
  chromium: source('main/chromium.ts'),
  'chromium-shell': source('main/shell/chromium/index.ts'),
  cli: source('main/cli.ts'),
  core: source('main/core/process.ts'),
  'import-worker': source('main/importing/worker.ts'),
  'markdown-worker': source('main/library/memos/markdown/worker.ts'),
  'pdf-worker': source('main/exporting/pdf-worker.ts'),
  'suggestion-worker': source('main/library/suggestions/worker.ts'),
};
// scripts/lib/build.mjs builds beside the last good build and swaps the two when it is whole.
const out = process.env['COMMONPLACE_OUT'] ?? 'out';

export default defineConfig({
  main: {
    build: {
      outDir: `${out}/main`,
      target: 'node20',
      sourcemap: true,
      minify: false,
      externalizeDeps: true,
      rolldownOptions: {
        input: mainEntries,
        external: ['electron'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: `${out}/preload`,
      minify: false,
      // A sandboxed preload can require nothing but 'electron', so each is one CommonJS file with all it needs.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: { index: source('preload/index.ts'), chromium: source('preload/chromium.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: resolve(process.cwd(), out, 'renderer'),
      emptyOutDir: true,
      target: 'chrome120',
      // The content security policy knows neither data: fonts nor inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: source('renderer/index.html') },
    },
    worker: { format: 'es' },
  },
});
