import { writeFileSync } from 'node:fs';

interface Times {
  readonly p50: number;
  readonly p95: number;
}

export interface Report {
  readonly machine: {
    readonly cores: number;
    readonly cpu: string;
    readonly memoryBytes: number;
    readonly kernel: string;
    readonly engine: { readonly name: string; readonly cgroup: string };
  };
  readonly rounds: number;
  readonly milliseconds: {
    readonly execute: Times;
    readonly firstByte: Times;
    readonly dockerRun: Times;
    readonly bare: Times | null;
  };
  readonly memory: { readonly agentBytes: number; readonly serverIdleBytes: number };
}

/** Says the figures on the terminal, and writes them to `docs/BENCHMARKS.md`. */
export function writeReport(report: Report): void {
  const page = pageOf(report);
  writeFileSync('docs/BENCHMARKS.md', page);
  console.log(page);
}

function pageOf({ machine, rounds, milliseconds, memory }: Report): string {
  const { execute, firstByte, dockerRun, bare } = milliseconds;
  const rows = [
    row('`POST /execute`, warm', execute, dockerRun),
    row('first byte on the socket, warm', firstByte, dockerRun),
    row('`docker run --rm` with the same limits', dockerRun, dockerRun),
    ...(bare === null ? [] : [row('bare `python3`, no sandbox', bare, dockerRun)]),
  ];
  return `# Benchmarks

Written by \`npm run bench\`: ${rounds} rounds, each way once in every round, one client. The machine is shared and noisy: compare
ratios, not milliseconds.

${machine.cores} × ${machine.cpu}, ${gigabytes(machine.memoryBytes)} GB, Linux ${machine.kernel}, ${machine.engine.name}, cgroup ${machine.engine.cgroup}.

## Python hello

| way | p50 ms | p95 ms | p50 / docker run |
| --- | ---: | ---: | ---: |
${rows.join('\n')}

## Memory

| what | measured | must be |
| --- | ---: | ---: |
| the agent, the largest of the idle sandboxes' | ${(memory.agentBytes / 1024).toFixed(0)} kB | ≤ 1024 kB |
| the execution server, idle | ${(memory.serverIdleBytes / 1024 / 1024).toFixed(0)} MB | < 150 MB |

## What was asked, and what is

| asked | is |
| --- | --- |
| \`POST /execute\` p50 at most 1/8 of \`docker run\` | 1/${(dockerRun.p50 / execute.p50).toFixed(1)} |
| first byte on the socket within 30 ms (p50) | ${firstByte.p50.toFixed(1)} ms |
`;
}

function row(name: string, times: Times, baseline: Times): string {
  return `| ${name} | ${times.p50.toFixed(1)} | ${times.p95.toFixed(1)} | ${(times.p50 / baseline.p50).toFixed(3)} |`;
}

function gigabytes(bytes: number): string {
  return (bytes / 1024 ** 3).toFixed(0);
}
