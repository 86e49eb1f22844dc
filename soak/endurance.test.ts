import { expect, test } from 'vitest';
import { endure, growth } from './endurance.ts';
import type { Figures } from './figures.ts';

const MiB = 1024 * 1024;
const at = (runs: number, more: Partial<Figures> = {}): Figures => ({
  runs,
  residentBytes: 120 * MiB,
  heapBytes: 30 * MiB,
  descriptors: 30,
  containers: 2,
  warm: 2,
  ...more,
});

test('a server that grows into its work and then stays as it is has no leak', () => {
  expect(growth([at(0, { heapBytes: 10 * MiB, descriptors: 12 }), at(200), at(1000)], 200)).toEqual([]);
});

test('containers that wait in a pool that grew are no leak', () => {
  expect(growth([at(0), at(200), at(1000, { containers: 5, warm: 5 })], 200)).toEqual([]);
});

test.each<[string, Partial<Figures>]>([
  ['heapBytes', { heapBytes: 60 * MiB }],
  ['residentBytes', { residentBytes: 500 * MiB }],
  ['descriptors', { descriptors: 130 }],
  ['containers', { containers: 3 }],
  ['containers', { containers: 5, warm: 4 }],
])('%s that go on growing are told', (kind, more) => {
  expect(growth([at(0), at(200), at(600), at(1000, more)], 200)).toEqual([
    expect.stringContaining(`${kind} grew`),
  ]);
});

test('some runs of every kind end as they must, and the server holds no more than before', {
  timeout: 180_000,
}, async () => {
  const { complaints, figures } = await endure({ runs: 48, every: 24, warmUpRuns: 24 });
  expect(complaints).toEqual([]);
  expect(figures.map(({ runs }) => runs)).toEqual([0, 24, 48]);
  expect(figures.map(({ containers }) => containers)).toEqual(figures.map(({ warm }) => warm));
});
