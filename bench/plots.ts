import type { Figures } from './figures.ts';
import { type Bar, barChart } from './svg.ts';

export interface Plot {
  readonly name: string;
  readonly svg: string;
}

/** The pictures of `docs/BENCHMARKS.md`. */
export function plotsOf(figures: Figures): Plot[] {
  return [
    { name: 'hello', svg: helloPlot(figures) },
    { name: 'rates', svg: ratePlot(figures) },
    { name: 'load', svg: loadPlot(figures) },
  ];
}

function helloPlot({ hellos = {} }: Figures): string {
  const groups = Object.entries(hellos).map(([label, hello]) => {
    const { execute, again, firstByte, bare, allowed, dockerRun } = hello;
    const bars: Bar[] = [
      { name: again ? 'POST /execute, a new program' : 'POST /execute', value: execute.p50 },
      ...(again ? [{ name: 'POST /execute, nothing changed', value: again.p50 }] : []),
      { name: 'first byte on the socket', value: firstByte.p50 },
      { name: 'bare process', value: bare.p50 },
      ...(allowed ? [{ name: 'bare process, the same CPU', value: allowed.p50 }] : []),
      { name: 'docker run', value: dockerRun.p50 },
    ];
    return { label, bars };
  });
  return barChart({ title: 'Hello World, one client, p50', unit: 'ms', isLogarithmic: true, groups });
}

function ratePlot({ loads, reuse }: Figures): string {
  const bars: Bar[] = [
    ...(loads?.ours['python'] ?? []).map(({ clients, runsPerSecond }) => ({
      name: `Bugdrill, ${clients} clients`,
      value: runsPerSecond,
    })),
    ...(reuse ? [{ name: 'SANDBOX_REUSE=any, 16 clients', value: reuse.ours.runsPerSecond }] : []),
    ...(loads?.bare ?? []).map(({ clients, runsPerSecond }) => ({
      name: `bare processes, ${clients} at once`,
      value: runsPerSecond,
    })),
    ...(loads?.dockerRun ?? []).map(({ clients, runsPerSecond }) => ({
      name: `docker run, ${clients} at once`,
      value: runsPerSecond,
    })),
  ];
  const groups = [{ label: 'Python hello', bars }];
  return barChart({ title: 'Runs a second', unit: 'runs/s', isLogarithmic: false, groups });
}

function loadPlot({ loads }: Figures): string {
  const groups = Object.entries(loads?.ours ?? {}).map(([label, some]) => ({
    label,
    bars: some.flatMap(({ clients, times }) => [
      { name: `${clients} clients, p50`, value: times.p50 },
      { name: `${clients} clients, p95`, value: times.p95 },
      { name: `${clients} clients, p99`, value: times.p99 },
    ]),
  }));
  return barChart({ title: 'Times under load', unit: 'ms', isLogarithmic: true, groups });
}
