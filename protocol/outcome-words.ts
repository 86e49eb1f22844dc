import type { RunOutcome } from './outcome.ts';
import type { FinishedEvent, Phase } from './run-event.ts';

type DiskLimit = Extract<RunOutcome, { kind: 'disk_limit' }>;
type OutputLimit = Extract<RunOutcome, { kind: 'output_limit' }>;

const signalMeanings: Readonly<Record<string, string>> = {
  SIGSEGV: 'it touched memory that is not its own',
  SIGABRT: 'it ended itself, as a failed assertion does',
  SIGFPE: 'it divided by zero, or the like',
  SIGILL: 'it met an instruction that does not exist',
  SIGBUS: 'it touched memory that is not there',
  SIGPIPE: 'it wrote to a pipe that nobody reads',
};

/** One sentence for people: how a run ended, tests or not. */
export function describeEnd({ outcome, phase, tests }: FinishedEvent): string {
  if (tests === undefined || outcome.kind !== 'ok') return describeOutcome(outcome, phase);
  return tests.total === 1 ? 'The test passed.' : `All ${tests.total} tests passed.`;
}

/** One sentence for people: how a run ended, with the limit and the measured value. */
export function describeOutcome(outcome: RunOutcome, phase: Phase = 'run'): string {
  const what = phase === 'compile' ? 'The compiler was stopped' : 'Stopped';
  const failed = phase === 'compile' ? 'The compiler failed' : 'Failed';
  switch (outcome.kind) {
    case 'ok':
      return 'Finished. Exit code 0.';
    case 'exit_nonzero':
      return `Failed. Exit code ${outcome.exitCode}.`;
    case 'signal':
      return `Killed by ${outcome.signal} (${outcome.number})${because(signalMeanings[outcome.signal])}.`;
    case 'time_limit':
      return `${what} at the ${formatSeconds(outcome.limitMs)} limit.`;
    case 'cpu_limit':
      return `${what} at the CPU limit of ${formatSeconds(outcome.limitMs)}: it used ${formatSeconds(outcome.measuredMs)}.`;
    case 'memory_limit':
      return `Out of memory: used the whole ${formatBytes(outcome.limitBytes)}.`;
    case 'output_limit':
      return describeOutput(outcome);
    case 'process_limit':
      return `${failed} at the limit of ${outcome.limit === 1 ? 'one process' : `${outcome.limit} processes`}.`;
    case 'disk_limit':
      return `${failed}${describeDisk(outcome)}.`;
    case 'compile_error':
      return `Did not compile. The compiler ended with exit code ${outcome.exitCode}.`;
    case 'tests_failed':
      return `${outcome.passed} of ${countOfTests(outcome.total)} passed.`;
    case 'stopped':
      return 'Stopped by you.';
    case 'client_gone':
      return 'Stopped: its client went away.';
    case 'interrupted':
      return 'Interrupted: the server went down.';
    case 'platform_fault':
      return outcome.message;
    default:
      return outcome satisfies never;
  }
}

/** To the byte where the rounded figures are the same. */
function describeOutput({ limitBytes, printedBytes }: OutputLimit): string {
  const isClose = formatBytes(limitBytes) === formatBytes(printedBytes);
  const words = isClose ? (bytes: number) => `${bytes} bytes` : formatBytes;
  return `Output stopped at ${words(limitBytes)}. ${words(printedBytes)} were printed.`;
}

function describeDisk({ folder, limitBytes, limitFiles }: DiskLimit): string {
  if (folder === undefined) return ` at the limit of ${formatBytes(limitBytes)} for what a file may hold`;
  const held = limitFiles === undefined ? formatBytes(limitBytes) : `${limitFiles} files and folders`;
  return `: ${folder} was full, with ${held}`;
}

/** `10 s`, `0.12 s`: at most two decimals, none that say nothing. */
export function formatSeconds(ms: number): string {
  return `${Number((ms / 1000).toFixed(2))} s`;
}

/** `14 MB`, `1 MiB`: binary units where the figure is a whole number of them, decimal ones else. */
export function formatBytes(bytes: number): string {
  const MiB = 1024 * 1024;
  if (bytes >= MiB && bytes % MiB === 0) return bytes === MiB ? '1 MiB' : `${bytes / MiB} MB`;
  if (bytes >= 1_000_000) return `${Number((bytes / 1_000_000).toFixed(1))} MB`;
  if (bytes >= 1_000) return `${Number((bytes / 1_000).toFixed(1))} kB`;
  return `${bytes} bytes`;
}

function countOfTests(count: number): string {
  return count === 1 ? '1 test' : `${count} tests`;
}

function because(meaning: string | undefined): string {
  return meaning === undefined ? '' : `: ${meaning}`;
}
