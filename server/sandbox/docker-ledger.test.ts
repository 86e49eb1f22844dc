import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findEngine } from './docker-engine.ts';
import { ContainerLedger } from './docker-ledger.ts';

/** An engine without containers that answers each removal with the next status. */
async function openLedger(statuses: readonly number[]) {
  const removals: string[] = [];
  const waits: string[] = [];
  const engine = createServer(({ method, url = '' }, response) => {
    if (method === 'DELETE') response.statusCode = statuses[removals.push(url) - 1] ?? 204;
    if (method === 'POST') waits.push(url);
    response.end(response.statusCode === 204 ? undefined : '[]');
  });
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  engine.listen(join(folder, 'engine.sock'));
  await once(engine, 'listening');
  onTestFinished(async () => {
    engine.closeAllConnections();
    engine.close();
    await rm(folder, { recursive: true });
  });
  const faults: unknown[] = [];
  const ledger = new ContainerLedger({
    engine: await findEngine({ DOCKER_HOST: `unix://${join(folder, 'engine.sock')}` }),
    instance: 'some-instance',
    onFault: (error) => faults.push(error),
  });
  return { ledger, removals, waits, faults };
}

test('a container is removed with force and with its volumes', async () => {
  const { ledger, removals } = await openLedger([204]);
  const entry = ledger.enter();
  await entry.remove();
  const [path, query] = removals[0]?.split('?') ?? [];
  expect(path).toBe(`/containers/bugdrill-${entry.identity.sandbox}`);
  expect(Object.fromEntries(new URLSearchParams(query))).toEqual({ force: 'true', v: 'true' });
});

test('a removal that fails is told, and the reaper tries until it succeeds', async () => {
  const { ledger, removals, faults } = await openLedger([500, 500, 204]);
  await ledger.enter().remove();
  expect(faults).toHaveLength(1);
  await ledger.reap();
  expect(faults).toHaveLength(2);
  await ledger.reap();
  await ledger.reap();
  expect(faults).toHaveLength(2);
  expect(removals).toHaveLength(3);
});

test('a container that is gone already is no fault', async () => {
  const { ledger, faults, removals } = await openLedger([404]);
  await ledger.enter().remove();
  await ledger.reap();
  expect(faults).toEqual([]);
  expect(removals).toHaveLength(1);
});

test('a removal that is under way elsewhere is waited for', async () => {
  const { ledger, faults, waits } = await openLedger([409]);
  await ledger.enter().remove();
  expect(waits).toEqual([expect.stringContaining('condition=removed')]);
  expect(faults).toEqual([]);
});

test('a user is free for others only when its container is gone', async () => {
  const { ledger } = await openLedger([500]);
  const stuck = ledger.enter();
  await stuck.remove();
  const others = Array.from({ length: 479 }, () => ledger.enter());
  expect(others.map(({ uid }) => uid)).not.toContain(stuck.uid);
  expect(() => ledger.enter()).toThrow('All 480 user ids');
  await ledger.reap();
  expect(ledger.enter().uid).toBe(stuck.uid);
});
