import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{agent,app,bench,client,languages,prisma,protocol,server,setup,soak,trust}/**/*.test.{ts,tsx}',
    ],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // What is polled for comes when it comes: a busy machine needs more than the second that is usual.
    expect: { poll: { timeout: 30_000 } },
    // Two cores, one engine: more files at once only make each other slow.
    maxWorkers: 2,
  },
});
