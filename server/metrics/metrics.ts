import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ServerHealth } from '#protocol/health.ts';

export interface MetricsParts {
  readonly pool: () => ServerHealth['pool'];
  readonly queue: () => ServerHealth['queue'];
}

const runSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
const sandboxSeconds = [0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 2, 5, 10, 30];

/** Every measurement of the server. Labels are languages and outcomes: few, and never of a client's choosing. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly registers = [this.registry];
  readonly contentType = this.registry.contentType;

  readonly runs = new Counter({
    name: 'bugdrill_runs_total',
    help: 'Runs that ended.',
    labelNames: ['language', 'outcome'],
    registers: this.registers,
  });
  readonly runFaults = new Counter({
    name: 'bugdrill_run_faults_total',
    help: 'What broke on our side during runs; a run that was tried again may still have ended well.',
    labelNames: ['language'],
    registers: this.registers,
  });
  readonly runWait = new Histogram({
    name: 'bugdrill_run_wait_seconds',
    help: 'From the acceptance of a run to its start: its time in the queue, and for a sandbox.',
    labelNames: ['language'],
    buckets: runSeconds,
    registers: this.registers,
  });
  readonly runDuration = new Histogram({
    name: 'bugdrill_run_duration_seconds',
    help: 'From the start of a run to its end.',
    labelNames: ['language'],
    buckets: runSeconds,
    registers: this.registers,
  });
  readonly sandboxCreate = new Histogram({
    name: 'bugdrill_sandbox_create_seconds',
    help: 'Making a sandbox, when that went well.',
    buckets: sandboxSeconds,
    registers: this.registers,
  });
  readonly sandboxCreateFailures = new Counter({
    name: 'bugdrill_sandbox_create_failures_total',
    help: 'Sandboxes that could not be made.',
    registers: this.registers,
  });
  readonly sandboxRemove = new Histogram({
    name: 'bugdrill_sandbox_remove_seconds',
    help: 'Removing a sandbox.',
    buckets: sandboxSeconds,
    registers: this.registers,
  });
  readonly sandboxRemoveFailures = new Counter({
    name: 'bugdrill_sandbox_remove_failures_total',
    help: 'Removals that failed; they are tried again.',
    registers: this.registers,
  });
  readonly sandboxReuses = new Counter({
    name: 'bugdrill_sandbox_reuses_total',
    help: 'Runs that got a sandbox which had served before; only with SANDBOX_REUSE.',
    registers: this.registers,
  });
  readonly sandboxRetirements = new Counter({
    name: 'bugdrill_sandbox_retirements_total',
    help: 'Sandboxes that serve no more, by the reason; only with SANDBOX_REUSE.',
    labelNames: ['why'],
    registers: this.registers,
  });
  readonly sandboxLeaks = new Counter({
    name: 'bugdrill_sandbox_leaks_total',
    help: 'Sandboxes of this server that nobody answered for, found and removed by the reaper.',
    registers: this.registers,
  });

  constructor(parts: MetricsParts) {
    collectDefaultMetrics({ register: this.registry });
    this.measureQueue(parts.queue);
    this.measurePool(parts.pool);
  }

  read(): Promise<string> {
    return this.registry.metrics();
  }

  private measureQueue(queue: MetricsParts['queue']): void {
    const help = {
      running: 'Runs that have their turn.',
      waiting: 'Runs that wait for it.',
      width: 'Runs that may have it at once.',
      capacity: 'Runs that may wait.',
    };
    for (const what of ['running', 'waiting', 'width', 'capacity'] as const) {
      const name = `bugdrill_queue_${what}`;
      const gauge: Gauge = new Gauge({
        name,
        help: help[what],
        registers: this.registers,
        collect: () => gauge.set(queue()[what]),
      });
    }
  }

  private measurePool(pool: MetricsParts['pool']): void {
    const help = {
      warm: 'Sandboxes made ahead of need, by the language whose runs they serve.',
      target: 'As many as the pool wants there to be.',
    };
    for (const what of ['warm', 'target'] as const) {
      const gauge: Gauge<'language'> = new Gauge({
        name: `bugdrill_pool_${what}`,
        help: help[what],
        labelNames: ['language'],
        registers: this.registers,
        collect: () => {
          for (const [language, shelf] of Object.entries(pool())) gauge.set({ language }, shelf[what]);
        },
      });
    }
  }
}
