import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { findEngine } from '#server/sandbox/docker-engine.ts';
import { newDataDir } from '#server/test-server.ts';
import { unleash } from './chaos.ts';
import { SeededRandom } from './random.ts';

test('whatever is killed, every run ends once, no program is blamed for it, and nothing is left', {
  timeout: 300_000,
}, async () => {
  const random = new SeededRandom(Date.now() % 1_000_000);
  // What is needed to see the same again.
  console.log(`chaos with seed ${random.seed}`);
  const dataDir = newDataDir();
  try {
    const engine = await findEngine(readConfig(process.env));
    const report = await unleash({ runs: 40, random, engine, dataDir, serverKills: 1 });
    expect(report.complaints).toEqual([]);
    expect(report.containersLeft).toBe(0);
    expect(report.kills.servers).toBe(1);
    expect(report.kills.containers).toBeGreaterThan(0);
    expect(report.ends['ok']).toBeGreaterThan(0);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
