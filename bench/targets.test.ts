import { expect, test } from 'vitest';
import type { Figures } from './figures.ts';
import type { HelloTimes } from './hellos.ts';
import { fullPace } from './pace.ts';
import { benchmarkPage } from './page.ts';
import { plotsOf } from './plots.ts';
import type { Times } from './samples.ts';
import { verdictOf } from './target.ts';
import { targetsOf } from './targets.ts';

const MiB = 1024 * 1024;
const at = (p50: number, more: Partial<Times> = {}): Times => ({
  p50,
  low: p50,
  high: p50,
  p95: p50,
  p99: p50,
  count: 10,
  errors: 0,
  ...more,
});
const hello = (more: Partial<HelloTimes> = {}): HelloTimes => ({
  execute: at(5),
  firstByte: at(4),
  firstByteAt: at(2),
  bare: at(20),
  bareWhat: 'on this machine',
  dockerRun: at(300),
  hotPath: at(0.8),
  ...more,
});
const compiled = hello({ execute: at(300), again: at(20), allowed: at(300) });
const load = (clients: number, runsPerSecond: number) => ({ clients, runsPerSecond, times: at(10) });

const nothing: Figures = {
  machine: {
    date: '2026-01-02T03:04:05.000Z',
    cores: 2,
    cpu: 'a cpu',
    memoryBytes: 8 * 1024 * MiB,
    kernel: '6.1',
    engine: 'Docker',
    cgroup: 'v2',
    node: '22',
    loadBefore: 0.1,
  },
  pace: fullPace,
  seconds: 500,
  languages: { python: '3.13' },
  knowsReuse: false,
  faults: [],
};
const good: Figures = {
  ...nothing,
  hellos: { python: hello(), javascript: hello(), typescript: hello(), c: compiled, cpp: compiled },
  loads: {
    ours: { python: [load(1, 5), load(8, 9)] },
    dockerRun: [load(1, 3), load(4, 6)],
    bare: [load(2, 100)],
    serverCpuMsPerRun: { python: 4 },
  },
  reuse: { ours: load(16, 130), bare: [load(2, 100), load(4, 90)], serverCpuMsPerRun: 1 },
  knowsReuse: true,
  halfRate: { runsPerSecond: 4.5, times: at(6, { p95: 19 }) },
  burners: { ok: 24 },
  besideLoops: { rested: at(100), atOnce: at(2000) },
  memory: { serverIdleBytes: 149 * MiB, agentBytes: MiB / 8, sandboxBytes: { python: 12 * MiB } },
};
const verdictsOf = (figures: Figures) => targetsOf(figures).map((target) => verdictOf(target));
const find = (figures: Figures, part: string) => targetsOf(figures).find(({ asked }) => asked.includes(part));

test('figures that are good enough meet every target', () => {
  expect(targetsOf(good).filter(({ isMet }) => isMet !== true)).toEqual([]);
  expect(targetsOf(good)).toHaveLength(20);
});

test('what was not measured is neither met nor missed', () => {
  expect(new Set(verdictsOf(nothing))).toEqual(new Set(['not measured']));
});

test('a version that cannot reuse its sandboxes has no line of it, and the page says so', () => {
  expect(find(nothing, 'SANDBOX_REUSE')).toBeUndefined();
  expect(benchmarkPage(nothing)).toContain('cannot reuse its sandboxes');
  expect(benchmarkPage(good)).not.toContain('cannot reuse its sandboxes');
});

test('each ratio is of figures of the same run', () => {
  expect(find(good, '0.5 of the bare process')?.measured).toBe('0.25');
  expect(find(good, '1/40')?.measured).toBe('1/60.0');
  expect(find(good, '1.5 × `docker run`')?.measured).toBe('1.50 ×');
  expect(find(good, '1.2 × bare')?.measured).toBe('1.30 ×');
  expect(find(good, '4 × the p50')?.measured).toBe('3.80');
});

test('a missed target is told as missed', () => {
  const slow = { ...good, hellos: { ...good.hellos, python: hello({ execute: at(11) }) } };
  expect(find(slow, '0.5 of the bare process')).toMatchObject({ measured: '0.55', isMet: false });
  expect(benchmarkPage(slow)).toContain(
    '| Python hello by REST at most 0.5 of the bare process | 0.55 | missed |',
  );
});

test('of a missed target the page says what keeps it from being met, of a met one it does not', () => {
  const slow = { ...good, hellos: { ...good.hellos, python: hello({ execute: at(11) }) } };
  const why = 'Python hello by REST at most 0.5 of the bare process: ';
  expect(benchmarkPage(slow)).toContain(why);
  expect(benchmarkPage(good)).not.toContain(why);
  expect(benchmarkPage(good)).not.toContain('was missed');
});

test('a good figure with errors beside it does not meet its target', () => {
  const faulty = { ...good, besideLoops: { rested: at(100, { errors: 3 }), atOnce: at(100) } };
  expect(find(faulty, 'infinite loops')).toMatchObject({ measured: '100 ms, 3 errors', isMet: false });
});

test('a hello that is never answered beside infinite loops is a missed target, not an unmeasured one', () => {
  const none = at(Number.NaN, { count: 0, errors: 1 });
  const starved = { ...good, besideLoops: { rested: none, atOnce: none } };
  expect(find(starved, 'infinite loops')?.isMet).toBe(false);
});

test('one of the 24 programs that ends otherwise is enough to miss', () => {
  const some = { ...good, burners: { ok: 23, time_limit: 1 } };
  expect(find(some, '24 programs')).toMatchObject({ measured: '23 ok, 1 time_limit', isMet: false });
});

test('the page and its pictures are made of whatever is there', () => {
  for (const figures of [good, nothing]) {
    expect(benchmarkPage({ ...figures, faults: ['loads: it\nbroke'] })).toContain('- loads: it broke');
    expect(benchmarkPage(figures)).not.toMatch(/NaN|undefined/);
    expect(plotsOf(figures).map(({ name }) => name)).toEqual(['hello', 'rates', 'load']);
  }
});
