import type { Figures } from './figures.ts';
import type { HelloTimes } from './hellos.ts';
import type { Load } from './load.ts';
import type { Times } from './samples.ts';
import { verdictOf } from './target.ts';
import { targetsOf } from './targets.ts';
import { megabytes, shown } from './words.ts';

/** The page `docs/BENCHMARKS.md`. */
export function benchmarkPage(figures: Figures): string {
  const { faults } = figures;
  return [
    introduction(figures),
    section('What was asked, and what is', targetTable(figures)),
    ...missedSection(figures),
    ...(faults.length === 0 ? [] : [section('What could not be measured', bullets(faults))]),
    section('One client', helloSection(figures)),
    section('Many clients', loadSection(figures)),
    section('A terminal, and much output', streamSection(figures)),
    section('Fairness', fairnessSection(figures)),
    section('Memory at rest', memorySection(figures)),
    section('CPU', cpuSection(figures)),
    section('How it was measured', method),
  ].join('\n');
}

function introduction({ machine, pace, seconds }: Figures): string {
  return `# Benchmarks

Written by \`npm run bench${pace.name === 'full' ? '' : ' -- --quick'}\`, never by hand, in ${seconds} s; the figures themselves are in
[bench/results/last.json](../bench/results/last.json). Machines are noisy: compare ratios of one run, not milliseconds of two.

${machine.date.slice(0, 10)} · ${machine.cores} × ${machine.cpu} · ${shown(machine.memoryBytes / 1024 ** 3)} GB · Linux ${machine.kernel} · ${machine.engine}, cgroup ${machine.cgroup} · Node ${machine.node} · load before the run: ${shown(machine.loadBefore)}
`;
}

function section(title: string, text: string): string {
  return `## ${title}\n\n${text}\n`;
}

function targetTable(figures: Figures): string {
  const rows = targetsOf(figures).map((target) => [target.asked, target.measured, verdictOf(target)]);
  const reuse = figures.knowsReuse
    ? ''
    : '\n\nThis version cannot reuse its sandboxes: there is no line of that.';
  return `${table(['asked', 'measured', ''], rows)}${reuse}`;
}

function missedSection(figures: Figures): string[] {
  const missed = targetsOf(figures).filter(({ isMet, limit }) => isMet === false && limit !== undefined);
  const lines = missed.map(({ asked, limit }) => `${asked}: ${limit}`);
  return lines.length === 0 ? [] : [section('Why what was missed was missed', bullets(lines))];
}

function helloSection({ hellos = {}, languages }: Figures): string {
  const rows = Object.entries(hellos).flatMap(([id, hello]) =>
    helloRows(`${id} ${languages[id] ?? ''}`, hello),
  );
  return `Milliseconds. The range is that of the sets' p50.

${table(['language', 'way', 'p50', 'range', 'p95', 'p99', 'samples', 'errors'], rows)}

![Hello World by every way](benchmarks/hello.svg)`;
}

function helloRows(language: string, hello: HelloTimes): Row[] {
  const isCompiled = hello.again !== undefined;
  const ways: [string, Times | undefined][] = [
    [isCompiled ? '`POST /execute`, a new program' : '`POST /execute`', hello.execute],
    ['`POST /execute`, nothing changed', hello.again],
    ['first byte on the socket, round trip', hello.firstByte],
    ['first byte after `started`, the server’s clock', hello.firstByteAt],
    [`bare process, ${hello.bareWhat}`, hello.bare],
    ['bare process in the image, a sandbox’s CPU', hello.allowed],
    ['`docker run --rm`, a sandbox’s flags', hello.dockerRun],
  ];
  return ways.flatMap(([way, times]) => (times === undefined ? [] : [[language, way, ...timesCells(times)]]));
}

function timesCells(times: Times): Row {
  const { p50, low, high, p95, p99, count, errors } = times;
  return [
    shown(p50),
    count === 0 ? '–' : `${shown(low)}–${shown(high)}`,
    shown(p95),
    shown(p99),
    count,
    errors,
  ];
}

function loadSection({ loads, reuse }: Figures): string {
  const ours = Object.entries(loads?.ours ?? {});
  const rows = [
    ...ours.flatMap(([id, some]) => some.map((load) => loadRow(id, load))),
    ...(reuse ? [loadRow('python, `SANDBOX_REUSE=any`', reuse.ours)] : []),
    ...(loads?.dockerRun ?? []).map((load) => loadRow('python, `docker run --rm`', load)),
    ...(loads?.bare ?? []).map((load) => loadRow('python, bare processes', load)),
    ...(reuse?.bare ?? []).map((load) => loadRow('python, bare processes beside the reuse', load)),
  ];
  return `Each client sends its next hello when its last one is answered; the pool is not waited for. C and C++ are compiled already.
Milliseconds.

${table(['way', 'clients', 'runs a second', 'p50', 'range', 'p95', 'p99', 'samples', 'errors'], rows)}

![Runs a second](benchmarks/rates.svg)

![Times under load](benchmarks/load.svg)`;
}

function loadRow(way: string, { clients, runsPerSecond, times }: Load): Row {
  return [way, clients, shown(runsPerSecond), ...timesCells(times)];
}

function streamSection({ stream }: Figures): string {
  if (stream === undefined) return 'Not measured.';
  const { echo, stdoutMibPerSecond: rate } = stream;
  return `A typed character comes back as its echo in ${shown(echo.p50)} ms (p95 ${shown(echo.p95)}, p99 ${shown(echo.p99)}; ${echo.count} of them, ${echo.errors} errors).
A program's output reaches a client of the socket at ${shown(rate.middle)} MB/s (${shown(rate.low)}–${shown(rate.high)}).`;
}

function fairnessSection({ halfRate, burners, besideLoops }: Figures): string {
  const ends = Object.entries(burners ?? {}).map(([outcome, count]) => `${count} ${outcome}`);
  const rows: Row[] = [
    ...(halfRate
      ? [
          [
            `8 clients, ${shown(halfRate.runsPerSecond)} runs a second: half of the highest rate`,
            ...timesCells(halfRate.times),
          ],
        ]
      : []),
    ...(besideLoops
      ? [
          ['one client, beside 8 infinite loops of another', ...timesCells(besideLoops.rested)],
          ['the same without waiting for the pool', ...timesCells(besideLoops.atOnce)],
        ]
      : []),
  ];
  return `${table(['Python hello', 'p50', 'range', 'p95', 'p99', 'samples', 'errors'], rows)}

24 programs of 0.9 s of CPU, sent at once, ended: ${ends.join(', ') || 'not measured'}.`;
}

function memorySection({ memory }: Figures): string {
  const sandboxes = Object.entries(memory?.sandboxBytes ?? {});
  const rows = [
    ['the execution server', megabytes(memory?.serverIdleBytes)],
    ['the agent, the largest', megabytes(memory?.agentBytes)],
    ...sandboxes.map(([id, bytes]) => [
      `a warm sandbox of ${id}, all that its limit counts`,
      megabytes(bytes),
    ]),
  ];
  return table(['what', 'MB'], rows);
}

function cpuSection({ hellos = {}, loads, reuse, refill }: Figures): string {
  const hotPaths = Object.entries(hellos).map(([id, { hotPath }]) => [
    `the server, from a request of ${id} to its answer`,
    shown(hotPath.p50),
    `p95 ${shown(hotPath.p95)}`,
  ]);
  const rows = [
    ...hotPaths,
    [
      'the server, a Python run with its sandbox’s making and removing',
      shown(loads?.serverCpuMsPerRun['python']),
      '',
    ],
    ...(reuse
      ? [['the server, a Python run with `SANDBOX_REUSE=any`', shown(reuse.serverCpuMsPerRun), '']]
      : []),
    [
      'engine, runtime and kernel, for each Python sandbox replaced',
      shown(refill?.cpuMs.middle),
      refill ? `${shown(refill.cpuMs.low)}–${shown(refill.cpuMs.high)}` : '',
    ],
  ];
  const beside = refill?.runsBeside;
  return `${table(['what', 'ms of CPU', ''], rows)}

Runs on a warm sandbox that began while the pool was refilled: p50 ${shown(beside?.p50)} ms, p95 ${shown(beside?.p95)} ms (${beside?.count ?? 0} of them, ${beside?.errors ?? 0} errors).`;
}

const method = `- One server of the product's own, with its default settings but for the rate limit, which is off, and which proxy it believes.
- The ways take turns within each set. One client's samples wait until the pool is full and nothing runs; loads do not.
- A run that does not print its hello is an error, and has no time.
- A round trip holds the network's and the client's part: what the server needs is less.
- The bare process is started by a bash that takes its time itself. The interpreter is this machine's; \`node\` is the image's own.
  For C and C++ the same bash runs in a container of the language's image that lives on, with the quota and period of a sandbox
  and no other limit: the same compiler, libraries and CPU, and neither an engine nor a start of a container in its time.
- \`docker run --rm\` has the flags of a sandbox as the engine tells them, and gets its program by stdin.
- The hot path is what the server's threads used from before the request was sent until its answer was there. For what a refill costs, the whole
  machine is looked at, less what it used at rest right before, what the programs used, and the server's and the benchmark's own.`;

type Row = readonly (string | number)[];

function table(titles: readonly string[], rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item.replaceAll(/\s+/g, ' ')}`).join('\n');
}
