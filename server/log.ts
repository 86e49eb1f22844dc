import { type Logger, pino } from 'pino';
import type { RunObserver } from './runs/run.ts';

export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** One line when a run is accepted, started and finished, and one for each fault. Never its source or its output. */
export function logRuns(log: Logger): RunObserver {
  return {
    accepted: ({ runId, language }) => log.info({ runId, language }, 'run accepted'),
    saw: ({ runId }, event) => {
      if (event.type === 'started') log.info({ runId, warm: event.warm }, 'run started');
      if (event.type === 'finished') {
        const { outcome, phase, wallMs, cpuMs, memoryBytes } = event;
        log.info({ runId, outcome: outcome.kind, phase, wallMs, cpuMs, memoryBytes }, 'run finished');
      }
    },
    failed: ({ runId }, error) => log.error({ runId, err: error }, 'run failed on our side'),
  };
}
