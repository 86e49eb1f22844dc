import { defineConfig } from '@playwright/test';
import { browserLaunch } from './setup/browser.ts';

const webPort = process.env['E2E_WEB_PORT'] ?? '8180';
const executionPort = process.env['E2E_PORT'] ?? '8182';
const webUrl = `http://localhost:${webPort}`;
const executionUrl = `http://localhost:${executionPort}`;

// The product as it is shipped, with a data folder of its own, beside whatever else runs on this machine.
const environment = {
  DATA_DIR: '.data/e2e',
  HOST: '127.0.0.1',
  PORT: executionPort,
  EXECUTION_URL: executionUrl,
  PUBLIC_EXECUTION_URL: executionUrl,
  NEXT_TELEMETRY_DISABLED: '1',
  // One test has a program print 50 MB.
  RUN_OUTPUT_CAP_BYTES: String(64 * 1024 * 1024),
};
const server = {
  env: environment,
  timeout: 120_000,
  reuseExistingServer: false,
  stdout: 'ignore',
  stderr: 'pipe',
  gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
} as const;

// What looks at the clock, fills the line or counts what the whole server did has the machine to itself.
const exacting = /(connection|live|replay|stop)\.spec\.ts$/;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  // A machine of two slow cores takes its time to start an editor. Nothing is tried twice.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  retries: 0,
  // A test waits most of its time, for a page, a container, a clock.
  workers: 2,
  reporter: [['list'], ['json', { outputFile: '.data/reports/playwright.json' }]],
  use: { baseURL: webUrl, launchOptions: browserLaunch(), trace: 'retain-on-failure' },
  projects: [
    { name: 'chromium', use: { browserName: 'chromium' }, testIgnore: exacting },
    {
      name: 'alone',
      use: { browserName: 'chromium' },
      testMatch: exacting,
      dependencies: ['chromium'],
      workers: 1,
    },
  ],
  webServer: [
    {
      ...server,
      name: 'execution server',
      command: 'node --import tsx server/main.ts',
      url: `${executionUrl}/health`,
    },
    {
      ...server,
      name: 'web server',
      command: `node --import tsx prisma/migrate.ts && exec node node_modules/next/dist/bin/next start -p ${webPort} -H 127.0.0.1`,
      url: `${webUrl}/health`,
    },
  ],
});
