import type { ExecuteAnswer, ExecuteRequest } from '#protocol/execute.ts';
import type { Language } from '#server/languages/language.ts';
import type { MatrixCheck } from '#server/languages/manifest.ts';

const MiB = 1024 * 1024;
/** Enough for the slowest runtime to come up, and to be ended a while later. */
const loopMs = 4_000;
const streamGapMs = 300;

/** One chunk of stdout, as it arrived: milliseconds since the request. */
export interface Arrival {
  readonly text: string;
  readonly atMs: number;
}

/** What was seen of a run: its answer, and its stdout as it came. */
export interface Observed {
  readonly answer: ExecuteAnswer;
  readonly arrivals: readonly Arrival[];
}

export interface Judged {
  readonly language: Language;
  /** The program's text; of several files the entry's. */
  readonly source: string;
}

/** What is asked of every language, and how it is seen whether it holds. */
export interface Check {
  /** In `matrix/`; unsaid, the check's own name. */
  readonly program?: MatrixCheck;
  readonly request?: Partial<ExecuteRequest>;
  /** Answers what is wrong; undefined when nothing is. */
  judge(observed: Observed, judged: Judged): string | undefined;
}

const echoed = 'first line\n\n  spaces around  \ngrüße, 世界 🐛\nlast\n';
const args = ['one', 'two words', '-x', '--long=1', 'grüße 世界 🐛'];
const line = `${'x'.repeat(63)}\n`;

/** The programs that each language has in `matrix/`, by their name there; languages/README.md says what each does. */
export const checks: Readonly<Record<MatrixCheck, Check>> = {
  echo: { request: { stdin: echoed }, judge: prints(echoed) },
  arguments: { request: { args }, judge: prints(args.map((arg) => `${arg}\n`).join('')) },
  files: { judge: prints('from a folder: 42\n') },
  exit: {
    judge: ({ answer }) =>
      first(
        differs('outcome', answer.outcome, 'exit_nonzero'),
        differs('exit code', answer.exit_code, 3),
        differs('stdout', answer.stdout, 'leaving\n'),
      ),
  },
  uncaught: {
    judge: ({ answer }, judged) =>
      first(
        isOneOf('outcome', answer.outcome, ['exit_nonzero', 'signal']),
        differs('stdout', answer.stdout, 'before\n'),
        missesPlace(answer, judged),
      ),
  },
  mistake: {
    judge: ({ answer }, judged) =>
      first(
        differs(
          'outcome',
          answer.outcome,
          judged.language.manifest.compile ? 'compile_error' : 'exit_nonzero',
        ),
        missesPlace(answer, judged),
      ),
  },
  column: { program: 'mistake', judge: ({ answer }, judged) => lacksColumn(answer, judged) },
  unicode: { request: { stdin: 'Zoë\n' }, judge: prints('grüße, Zoë 世界 🐛\n') },
  output: {
    request: { limits: { output_bytes: 2 * MiB } },
    judge: prints(line.repeat(MiB / line.length)),
  },
  loop: {
    request: { limits: { wall_ms: loopMs, cpu_ms: loopMs } },
    judge: ({ answer }) =>
      first(
        isOneOf('outcome', answer.outcome, ['time_limit', 'cpu_limit']),
        differs('stdout', answer.stdout, 'begun\n'),
      ),
  },
  memory: {
    request: { limits: { wall_ms: 30_000, cpu_ms: 30_000 } },
    judge: ({ answer }) => differs('outcome', answer.outcome, 'memory_limit'),
  },
  stream: {
    judge: (observed, judged) => prints('first\nsecond\n')(observed, judged) ?? cameAtOnce(observed.arrivals),
  },
  network: { judge: prints('no network\n') },
};

export const hello: Check = { judge: prints('Hello World\n') };

/** A program must end well and print just this. */
export function prints(expected: string): Check['judge'] {
  return ({ answer }) =>
    first(differs('outcome', answer.outcome, 'ok'), differs('stdout', answer.stdout, expected));
}

/** The line that the word HERE marks, from 1; 0 when none is marked. */
export function markedLine(source: string): number {
  return source.split('\n').findIndex((text) => text.includes('HERE')) + 1;
}

function missesPlace(answer: ExecuteAnswer, { source }: Judged): string | undefined {
  const marked = markedLine(source);
  const lines = errorsOf(answer).map((error) => error.line);
  if (lines.includes(marked)) return undefined;
  return `an error is told of ${lines.length > 0 ? `line ${lines.join(', ')}` : 'no line'} instead of ${marked}; ${said(answer)}`;
}

function lacksColumn(answer: ExecuteAnswer, { source }: Judged): string | undefined {
  const here = errorsOf(answer).filter((error) => error.line === markedLine(source));
  return here.some(({ column }) => column !== undefined) ? undefined : 'no column is told';
}

function errorsOf({ diagnostics }: ExecuteAnswer) {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

function cameAtOnce(arrivals: readonly Arrival[]): string | undefined {
  const at = (word: string) => arrivals.find(({ text }) => text.includes(word))?.atMs ?? 0;
  const gap = at('second') - at('first');
  return gap >= streamGapMs ? undefined : `both came within ${Math.round(gap)} ms`;
}

function differs(what: string, seen: unknown, expected: unknown): string | undefined {
  return seen === expected ? undefined : `${what} is ${shortened(seen)} instead of ${shortened(expected)}`;
}

function isOneOf(what: string, seen: string, expected: readonly string[]): string | undefined {
  return expected.includes(seen) ? undefined : `${what} is ${seen} instead of ${expected.join(' or ')}`;
}

function first(...wrong: readonly (string | undefined)[]): string | undefined {
  return wrong.find((what) => what !== undefined);
}

function said(answer: ExecuteAnswer): string {
  return `it said ${shortened(answer.compile?.stderr || answer.compile?.stdout || answer.stderr || answer.stdout)}`;
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
