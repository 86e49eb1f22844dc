import type { Verdict } from './judge.ts';

const words: Readonly<Record<Verdict, string>> = {
  passed: 'Passed.',
  wrong_answer: 'Wrong answer.',
  checker_fault: 'The checker failed.',
  ok: 'Finished.',
  exit_nonzero: 'Failed with an exit code other than 0.',
  signal: 'Killed by a signal.',
  time_limit: 'Stopped at the time limit.',
  cpu_limit: 'Stopped at the CPU limit.',
  memory_limit: 'Out of memory.',
  output_limit: 'Printed too much.',
  process_limit: 'Failed at the limit of processes.',
  disk_limit: 'Failed: its folder was full.',
  compile_error: 'Did not compile.',
  tests_failed: 'Did not pass.',
  stopped: 'Stopped.',
  client_gone: 'Stopped: its client went away.',
  interrupted: 'Interrupted: the server went down.',
  platform_fault: 'The server failed. This is not your program’s doing.',
};

/** One sentence for people: how a test ended, where nothing but its verdict may be told. */
export function plainVerdictWords(verdict: Verdict): string {
  return words[verdict];
}
