import { createHmac, randomBytes } from 'node:crypto';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Language } from './languages/language.ts';
import type { RunObserver } from './runs/run.ts';
import type { ProbeReport } from './verify/probe.ts';

const batchBytes = 4096;
const batchMs = 10;

/** What must never be in a line, should somebody log a whole request by mistake. */
const redact = [
  'request',
  'body',
  'headers',
  'code',
  'files',
  'stdin',
  'args',
  'env',
  'data',
  'token',
  'secret',
];

/** JSON lines to stdout, or to `destination`. */
export function createLog(level: string, destination: DestinationStream = stdoutInBatches()): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact };
  return pino(options, destination);
}

/** A write costs more than the line: those of one run leave together, and the last ones before the process ends. */
function stdoutInBatches(): DestinationStream {
  const lines = pino.destination({ dest: 1, sync: true, minLength: batchBytes });
  let isDue = false;
  const flush = () => {
    isDue = false;
    lines.flush();
  };
  process.on('exit', flush);
  return {
    write: (line) => {
      lines.write(line);
      if (!isDue) setTimeout(flush, batchMs);
      isDue = true;
    },
  };
}

/**
 * One line when a run is accepted, started and finished, one for each step of it, and one for each fault. Never its source
 * or its output.
 */
export function logRuns(log: Logger): RunObserver {
  const nameOf = clientNames();
  return {
    accepted: ({ runId, language }, client) =>
      log.info({ runId, language, client: nameOf(client) }, 'run accepted'),
    stepped: ({ runId }, { phase, outcome, wallMs, cached }) => {
      const exitCode = 'exitCode' in outcome ? outcome.exitCode : undefined;
      log.info({ runId, phase, outcome: outcome.kind, exitCode, wallMs, cached }, 'step finished');
    },
    saw: ({ runId }, event) => {
      if (event.type === 'started')
        log.info({ runId, warm: event.warm, cached: event.cached }, 'run started');
      if (event.type === 'test') {
        const { index: test, verdict: outcome, wallMs } = event;
        log.info({ runId, phase: 'run', test, outcome, wallMs }, 'step finished');
      }
      if (event.type === 'finished') {
        const { outcome, phase, wallMs, cpuMs, memoryBytes } = event;
        log.info({ runId, outcome: outcome.kind, phase, wallMs, cpuMs, memoryBytes }, 'run finished');
      }
    },
    failed: ({ runId }, error) => log.error({ runId, err: error }, 'run failed on our side'),
  };
}

/**
 * A key by its name. An address as a hash that is the same until the server ends and says nothing to who reads the log
 * later: enough to see that two runs are of one client.
 */
function clientNames(): (client: string) => string {
  const salt = randomBytes(32);
  const hash = (client: string) => createHmac('sha256', salt).update(client).digest('hex').slice(0, 12);
  return (client) => (client.startsWith('key:') ? client : `address:${hash(client)}`);
}

/** One line in all when the sandbox holds, and one for each probe that got through. */
export function logSelfTest(log: Logger): (reports: readonly ProbeReport[]) => void {
  return (reports) => {
    const failed = reports.filter(({ held }) => !held);
    for (const { name, evidence } of failed)
      log.error({ probe: name, evidence }, 'the sandbox does not hold');
    if (failed.length === 0) log.info({ probes: reports.length }, 'the sandbox holds');
  };
}

/** One line when a language can run, or can no longer. */
export function logLanguage(
  log: Logger,
  { id, version, state }: Pick<Language, 'id' | 'version' | 'state'>,
): void {
  if (state.status === 'ready') log.info({ language: id, version }, 'language ready');
  else if (state.status === 'failed') log.error({ language: id, state }, 'language failed');
  else log.info({ language: id }, 'language removed');
}
