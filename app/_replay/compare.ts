import type { ExecuteAnswer } from '#protocol/execute.ts';
import { describeEnd, formatSeconds } from '#protocol/outcome-words.ts';
import type { FinishedEvent, RunEvent } from '#protocol/run-event.ts';
import { formatMemory } from '../_run/run-words.ts';
import { differInLines, type TextDifference } from './text-difference.ts';

/** One thing of the recorded run beside the same of the run of now. */
export interface Row {
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** Undefined where it is a figure that is another each time. */
  readonly isSame?: boolean;
}

export interface Comparison {
  readonly rows: readonly Row[];
  /** Whether everything is as it was that a program decides. */
  readonly isSame: boolean;
  readonly outputs: readonly { readonly what: string; readonly difference: TextDifference }[];
}

interface Recorded {
  readonly finished: FinishedEvent;
  readonly started: Extract<RunEvent, { type: 'started' }>;
  readonly printed: Readonly<Record<'stdout' | 'stderr', string>>;
  readonly verdicts: ReadonlyMap<number, string>;
}

/** Undefined when the recording is not that of a whole run. */
export function compareRuns(events: readonly RunEvent[], answer: ExecuteAnswer): Comparison | undefined {
  const recorded = readRecorded(events);
  if (recorded === undefined) return undefined;
  const outputs = outputsOf(recorded, answer);
  const decided = [endRow(recorded, answer), ...testRows(recorded, answer)];
  return {
    rows: [...decided, ...figureRows(recorded, answer), toolchainRow(recorded, answer)],
    isSame: outputs.every(({ difference }) => difference.isSame) && decided.every(({ isSame }) => isSame),
    outputs,
  };
}

/** Reads the events as `POST /execute` gathers them: of what did not compile, the compiler's words are the output. */
function readRecorded(events: readonly RunEvent[]): Recorded | undefined {
  const started = events.find((event) => event.type === 'started');
  const finished = events.at(-1);
  if (started === undefined || finished?.type !== 'finished') return undefined;
  const printed = { stdout: '', stderr: '' };
  const verdicts = new Map<number, string>();
  let phase = 'run';
  for (const event of events) {
    if (event.type === 'phase') phase = event.phase;
    if (event.type === 'output' && phase === finished.phase) printed[event.stream] += event.data;
    if (event.type === 'test') verdicts.set(event.index, event.verdict);
  }
  return { started, finished, printed, verdicts };
}

/** What tests print is judged, not compared: their answers hold only its beginning. */
function outputsOf({ printed, finished }: Recorded, answer: ExecuteAnswer): Comparison['outputs'] {
  if (finished.tests !== undefined) return [];
  return (['stdout', 'stderr'] as const).map((what) => ({
    what,
    difference: differInLines(printed[what], answer[what]),
  }));
}

function endRow({ finished }: Recorded, answer: ExecuteAnswer): Row {
  const { outcome, tests } = finished;
  const exitCode = 'exitCode' in outcome ? outcome.exitCode : null;
  const signal = outcome.kind === 'signal' ? outcome.signal : null;
  const isSame =
    outcome.kind === answer.outcome &&
    exitCode === answer.exit_code &&
    signal === answer.signal &&
    tests?.passed === answer.passed;
  return { what: 'End', before: describeEnd(finished), after: answer.message, isSame };
}

/** Those tests that ended otherwise. */
function testRows({ verdicts }: Recorded, { tests = [] }: ExecuteAnswer): Row[] {
  return tests
    .filter(({ index, verdict }) => verdicts.get(index) !== verdict)
    .map(({ index, verdict }) => ({
      what: `Test ${index}`,
      before: inWords(verdicts.get(index) ?? 'not run'),
      after: inWords(verdict),
      isSame: false,
    }));
}

function inWords(verdict: string): string {
  return verdict.replaceAll('_', ' ');
}

function figureRows({ finished }: Recorded, answer: ExecuteAnswer): Row[] {
  return [
    {
      what: 'Time',
      before: formatSeconds(finished.wallMs),
      after: `${formatSeconds(answer.execution_time_ms)}${change(finished.wallMs, answer.execution_time_ms)}`,
    },
    {
      what: 'CPU',
      before: formatSeconds(finished.cpuMs),
      after: `${formatSeconds(answer.cpu_time_ms)}${change(finished.cpuMs, answer.cpu_time_ms)}`,
    },
    {
      what: 'Memory',
      before: formatMemory(finished.memoryBytes),
      after: `${formatMemory(answer.memory_bytes)}${change(finished.memoryBytes, answer.memory_bytes)}`,
    },
  ];
}

/** ` (+12 %)`; nothing where that says nothing. */
function change(before: number, after: number): string {
  if (before <= 0) return '';
  const percent = Math.round((after / before - 1) * 100);
  if (percent === 0) return '';
  return ` (${percent > 0 ? '+' : '−'}${Math.abs(percent)} %)`;
}

/** Equal versions can come from two images, when one was built anew. */
function toolchainRow({ started }: Recorded, { version, image_digest: digest }: ExecuteAnswer): Row {
  const isOtherImage = digest !== undefined && started.digest !== undefined && digest !== started.digest;
  const isSame = version === started.version && !isOtherImage;
  const after = isOtherImage && version === started.version ? `${version}, in an image built anew` : version;
  return { what: 'Toolchain', before: started.version, after, isSame };
}
