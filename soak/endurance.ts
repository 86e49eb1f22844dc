import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { newDataDir, TestServer } from '#server/test-server.ts';
import { type Figures, takeFigures } from './figures.ts';

const MiB = 1024 * 1024;
const clients = 4;
/** More than this, between the end of the warm-up and the end, is a leak. */
const allowed = { heapBytes: 8 * MiB, residentBytes: 48 * MiB, descriptors: 4 };

/** Every kind of run that ends on its own way, in turn: what each must end as. */
const kinds: readonly { readonly outcome: string; readonly body: object }[] = [
  { outcome: 'ok', body: { code: 'print("hello")' } },
  { outcome: 'ok', body: { code: 'print("x" * 100_000)' } },
  { outcome: 'exit_nonzero', body: { code: 'raise SystemExit(3)' } },
  { outcome: 'ok', body: { code: 'import sys; print(len(sys.stdin.read()))', stdin: 'y'.repeat(50_000) } },
  { outcome: 'time_limit', body: { code: 'import time; time.sleep(9)', timeout_sec: 0.2 } },
  { outcome: 'ok', body: { code: 'import os\nfor _ in range(9):\n  if os.fork() == 0: os._exit(0)' } },
  {
    outcome: 'output_limit',
    body: { code: 'while True: print("z" * 999)', limits: { output_bytes: 100_000 } },
  },
  { outcome: 'memory_limit', body: { code: 'x = bytearray(10**9)' } },
];

export interface EnduranceReport {
  readonly runs: number;
  readonly seconds: number;
  readonly figures: readonly Figures[];
  readonly complaints: readonly string[];
}

export interface EndurancePlan {
  readonly runs: number;
  /** After each so many of them it is measured what the server holds. */
  readonly every: number;
  /** Until here the server still grows into its work: caches, compiled code, connections. */
  readonly warmUpRuns: number;
}

/** Has one server do all the runs, and looks at what it holds meanwhile. */
export async function endure({ runs, every, warmUpRuns }: EndurancePlan): Promise<EnduranceReport> {
  const dataDir = newDataDir();
  const heapFile = join(dataDir, 'heap');
  const teller = pathToFileURL(join(import.meta.dirname, 'heap-teller.mjs')).href;
  const environment = { LANGUAGES: 'python', LOG_LEVEL: 'warn', HEAP_FILE: heapFile };
  await using server = await TestServer.startReady(
    { ...environment, NODE_OPTIONS: `--import=${teller}` },
    dataDir,
  );
  const startedAt = performance.now();
  const figures = [await takeFigures(server, 0, heapFile)];
  const complaints: string[] = [];
  for (let done = 0; done < runs; done += every) {
    complaints.push(...(await doRuns(server, done, Math.min(every, runs - done))));
    figures.push(await takeFigures(server, Math.min(done + every, runs), heapFile));
  }
  complaints.push(...growth(figures, warmUpRuns));
  await server.end();
  const left = (await server.containers()).length;
  if (left > 0) complaints.push(`${left} containers were left behind`);
  return { runs, seconds: Math.round((performance.now() - startedAt) / 1000), figures, complaints };
}

async function doRuns(server: TestServer, first: number, count: number): Promise<string[]> {
  const complaints: string[] = [];
  let next = first;
  const client = async () => {
    while (next < first + count) {
      const kind = kinds[next++ % kinds.length];
      if (kind) complaints.push(...(await doRun(server, kind)));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return complaints;
}

async function doRun(server: TestServer, { outcome, body }: (typeof kinds)[number]): Promise<string[]> {
  const response = await server.execute({ language: 'python', ...body });
  const answer = await response.json();
  return answer.outcome === outcome ? [] : [`${answer.outcome ?? response.status} instead of ${outcome}`];
}

/**
 * What grew between the end of the warm-up and the end by more than is allowed. The pool follows demand: a container that
 * waits in it is no leak.
 */
export function growth(figures: readonly Figures[], warmUpRuns: number): string[] {
  const before = figures.find(({ runs }) => runs >= warmUpRuns) ?? figures[0];
  const after = figures.at(-1);
  if (before === undefined || after === undefined) return ['nothing was measured'];
  const kindsOfFigures = ['heapBytes', 'residentBytes', 'descriptors', 'containers'] as const;
  const most = { ...allowed, containers: Math.max(0, after.warm - before.warm) };
  return kindsOfFigures
    .filter((kind) => after[kind] - before[kind] > most[kind])
    .map((kind) => `${kind} grew from ${before[kind]} to ${after[kind]}`);
}
