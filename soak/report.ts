import { availableParallelism, cpus, release, totalmem } from 'node:os';
import type { ProbeReport } from '#server/verify/probe.ts';
import type { ChaosReport } from './chaos.ts';
import type { EnduranceReport } from './endurance.ts';

export interface Reliability {
  readonly date: Date;
  readonly engine: { readonly name: string; readonly cgroup: string };
  readonly probes: readonly ProbeReport[];
  readonly chaos: ChaosReport;
  readonly endurance: EnduranceReport;
}

/** The page `docs/reliability.md`. */
export function reliabilityPage(reliability: Reliability): string {
  const { date, engine, probes, chaos, endurance } = reliability;
  const held = probes.filter((probe) => probe.held).length;
  return `# Reliability

Written by \`npm run soak\`, never by hand; \`npm run verify:sandbox\` does the first part alone.

${date.toISOString().slice(0, 10)} · ${machine()} · ${engine.name}, cgroup ${engine.cgroup} · Node ${process.versions.node}

## What a sandbox holds

Each row is a hostile program in \`server/verify/probes/\`, run by the way that every client's program takes, and judged by
what its run told and what the host saw: ${held} of ${probes.length} hold.

${table(['probe', 'held', 'evidence', 'ms'], probes.map(probeRow))}

## Chaos

\`npm run soak -- --seed=${chaos.seed}\`: ${chaos.runs} runs of correct programs by REST, NDJSON and socket, some of whose clients hang up,
while ${chaos.kills.containers} containers, ${chaos.kills.servers} servers and ${engines(chaos)} were killed, in ${chaos.seconds} s.

${table(['how the client saw its run end', 'runs'], Object.entries(chaos.ends))}

${table(
  ['promise', 'broken'],
  [
    [
      'one `finished`, or a connection that closed; output whole; nothing blamed on the program',
      `${chaos.complaints.length} times`,
    ],
    ['no container left', `${chaos.containersLeft} left`],
  ],
)}
${list(chaos.complaints)}
## Soak

${endurance.runs} runs in ${endurance.seconds} s by one server, of every kind of end, four at a time; measured at rest, the heap after its garbage was collected.

${table(['runs', 'resident MB', 'heap MB', 'descriptors', 'containers', 'of them warm'], endurance.figures.map(figureRow))}

${endurance.complaints.length === 0 ? 'Every run ended as it had to; what the server holds grew no more than its pool, which follows demand.' : 'Not as it should be:'}
${list(endurance.complaints)}`;
}

type Row = readonly (string | number)[];

function probeRow({ name, held, evidence, ms }: ProbeReport): Row {
  return [name, held ? 'held' : '**not held**', evidence, ms];
}

function figureRow(figures: EnduranceReport['figures'][number]): Row {
  const { runs, residentBytes, heapBytes, descriptors, containers, warm } = figures;
  return [runs, megabytes(residentBytes), megabytes(heapBytes), descriptors, containers, warm];
}

function engines({ kills }: ChaosReport): string {
  return kills.engines === 0
    ? 'no engine (none of our own could be started here)'
    : `${kills.engines} engines`;
}

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
}

function machine(): string {
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown CPU'}, ${memory} GB, Linux ${release()}`;
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
