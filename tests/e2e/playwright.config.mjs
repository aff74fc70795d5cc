// The journeys run against the release build; `cargo xtask test` builds it, serves it under a
// sub-path and says where (XUESHI_URL) and in which browser (CHROMIUM).
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: /.*\.spec\.(ts|mjs)$/,
  outputDir: 'results/artifacts',
  reporter: [['list'], ['json', { outputFile: 'results/report.json' }]],
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  updateSnapshots: process.env.XUESHI_LOOKS === 'new' ? 'all' : 'none',
  // A test that passes only at the second attempt has found something.
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: process.env.XUESHI_URL,
    locale: 'zh-CN',
    // Far from China on purpose: the app's days are those of China Standard Time anywhere.
    timezoneId: 'America/New_York',
    screenshot: 'only-on-failure',
    // Each journey has a browser of its own: only those about it keep the page for offline use.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env.CHROMIUM || undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--no-first-run',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
