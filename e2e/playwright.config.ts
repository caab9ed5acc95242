/**
 * One runner, three projects for the gate: `unit` (no I/O), `db` (a real PostgreSQL, a database a worker)
 * and `e2e` (a real browser on the built shop, a shop a worker). Run a part of it with
 * `npx playwright test -c e2e/playwright.config.ts --project=db lib/domain/wallet`. A fourth, `axe`, looks
 * at every page in each language and theme.
 */

import { defineConfig } from '@playwright/test';
import { browserOptions } from './support/browser.mjs';

const ROOT = '..';

export default defineConfig({
  testDir: ROOT,
  testIgnore: ['**/node_modules/**', '**/.next*/**', '**/.data*/**'],
  // It answers `server-only`, which refuses to load outside of a server bundle.
  tsconfig: './tsconfig.json',
  globalSetup: './support/global-setup.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // A journey with axe on every page takes seconds on a free machine, and far more on a busy one.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.GATE ? [['dot'], ['json', { outputFile: process.env.GATE }]] : 'list',
  use: {
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    trace: 'off',
    // A page's requests can be held and lost by tests only where none is between.
    serviceWorkers: 'block',
    // A colour or a place is looked at when it has changed, not on its way there.
    contextOptions: { reducedMotion: 'reduce' },
    ...browserOptions(),
  },
  projects: [
    { name: 'unit', testMatch: '**/*.unit.test.ts' },
    { name: 'db', testMatch: '**/*.db.test.ts', fullyParallel: false },
    { name: 'e2e', testMatch: 'e2e/**/*.spec.ts' },
    {
      name: 'axe',
      testMatch: 'e2e/every-page.spec.ts',
      use: { everyCombination: true } as object,
    },
  ],
});
