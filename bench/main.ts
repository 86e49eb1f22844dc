import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { TestServer } from '#server/test-server.ts';
import { measureHello } from './hello.ts';
import { agentBytes, residentBytes } from './memory.ts';
import { writeReport } from './report.ts';

const rounds = Number(process.argv[2] ?? 40);
const idleMs = 10_000;

await using server = await TestServer.startReady({ LOG_LEVEL: 'warn' });
await new Promise((resolve) => setTimeout(resolve, idleMs));
const serverIdleBytes = residentBytes(server.pid);
const agents = await agentBytes(server);
const { engine } = await server.health();
const image = await pythonImage();
console.log(`${rounds} rounds of: POST /execute, socket, docker run, bare process`);
const times = await measureHello(server, image, rounds);

const report = {
  machine: {
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? '',
    memoryBytes: totalmem(),
    kernel: release(),
    engine,
  },
  rounds,
  milliseconds: {
    execute: { p50: times.execute.p50, p95: times.execute.p95 },
    firstByte: { p50: times.firstByte.p50, p95: times.firstByte.p95 },
    dockerRun: { p50: times.dockerRun.p50, p95: times.dockerRun.p95 },
    bare: times.bare.count === 0 ? null : { p50: times.bare.p50, p95: times.bare.p95 },
  },
  memory: { agentBytes: Math.max(...agents), serverIdleBytes },
};
mkdirSync('bench/results', { recursive: true });
writeFileSync('bench/results/last.json', `${JSON.stringify(report, null, 2)}\n`);
writeReport(report);

/** The image that Python's sandboxes are made of, as the server tells it in a run's `started`. */
async function pythonImage(): Promise<string> {
  const headers = { Accept: 'application/x-ndjson' };
  const response = await server.execute({ language: 'python', code: '' }, { headers });
  const [started = ''] = (await response.text()).split('\n');
  return JSON.parse(started).image;
}
