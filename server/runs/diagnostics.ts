import type { Diagnostic, OutputStream, Phase, RunEvent } from '#protocol/run-event.ts';
import type { DiagnosticRule } from '../languages/diagnostic-rule.ts';
import type { DiagnosticRules, LineMatcher, MatchedLine } from '../languages/diagnostic-rules.ts';
import { BoundedLines } from './bounded-lines.ts';

type DiagnosticEvent = Extract<RunEvent, { type: 'diagnostic' }>;

/** What of a longer line is read. */
const maxLineBytes = 4096;
const maxDiagnostics = 100;
/** Of one test: a hundred of them may complain a hundred times as much as an answer should hold. */
const maxOfTest = 10;
/** No rule begins with a shorter line, in bytes. */
const shortestBeginning = 8;
const carriageReturn = 13;
const workFolder = '/work/';

export interface DiagnosticsParts {
  /** The language's; none when it has none. */
  readonly rules: DiagnosticRules | undefined;
  readonly phase: Phase;
  readonly hasTerminal: boolean;
  readonly isTest: boolean;
  /** The run's own files: what is said of any other is not told. */
  readonly paths: readonly string[];
}

interface Stream {
  readonly lines: BoundedLines;
  readonly matcher: LineMatcher;
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: number | undefined;
}

/** A message whose last line has not come yet. */
interface Begun {
  /** The line that was the last to add to it: each adds at most once. */
  lastLine: number;
  next: number;
  place: Place | undefined;
  framePlace: Place | undefined;
  severity: Diagnostic['severity'];
  message: string | undefined;
}

const nothingYet = { lastLine: 0, next: 0, place: undefined, framePlace: undefined, message: undefined };

/** Reads a step's output as it comes, whatever it is, and says which diagnostics are in it: at most 100, 10 of a test, none twice. */
export class Diagnostics {
  private readonly streams = new Map<OutputStream, Stream>();
  private readonly paths: ReadonlySet<string>;
  private readonly begun = new Map<DiagnosticRule, Begun>();
  private readonly told = new Set<string>();
  private lineNumber = 0;

  constructor(private readonly parts: DiagnosticsParts) {
    this.paths = new Set(parts.paths);
    for (const stream of ['stdout', 'stderr'] as const) {
      const matcher = parts.rules?.matcher(parts.phase, parts.hasTerminal ? 'terminal' : stream);
      if (matcher) this.streams.set(stream, { lines: new BoundedLines(maxLineBytes), matcher });
    }
  }

  /** Those that became whole with these bytes. */
  *take(stream: OutputStream, data: Uint8Array): Generator<DiagnosticEvent, void> {
    const heard = this.streams.get(stream);
    if (heard === undefined || this.isFull) return;
    for (const line of heard.lines.take(data)) {
      if (this.isWorthReading(line)) yield* this.read(heard.matcher, line);
    }
  }

  /** Those that wait for a line which will not come. */
  *finish(): Generator<DiagnosticEvent, void> {
    for (const { lines, matcher } of this.streams.values()) yield* this.read(matcher, lines.rest());
    for (const begun of this.begun.values()) yield* this.tell(begun);
    this.begun.clear();
  }

  private get isFull(): boolean {
    return this.told.size >= (this.parts.isTest ? maxOfTest : maxDiagnostics);
  }

  /** A flood of short lines costs next to nothing. */
  private isWorthReading(line: Buffer): boolean {
    if (this.begun.size === 0 && line.length < shortestBeginning) return false;
    return line.length > 0 && !this.isFull;
  }

  private *read(matcher: LineMatcher, line: Buffer): Generator<DiagnosticEvent, void> {
    this.lineNumber += 1;
    for (const matched of matcher.match(textOf(line))) {
      if (matched.part === 0) yield* this.begin(matched);
      else if (matched.part === 'frame') this.addFrame(matched);
      else this.addLine(matched, matched.part);
      yield* this.end(matched.rule);
    }
  }

  private *begin(matched: MatchedLine): Generator<DiagnosticEvent, void> {
    const before = this.begun.get(matched.rule);
    if (before) yield* this.tell(before);
    this.begun.set(matched.rule, { ...nothingYet, severity: matched.rule.severity });
    this.addLine(matched, 0);
  }

  private addLine({ rule, groups }: MatchedLine, part: number): void {
    const begun = this.begun.get(rule);
    if (begun?.next !== part || begun.lastLine === this.lineNumber) return;
    begun.next += 1;
    begun.lastLine = this.lineNumber;
    begun.place ??= this.placeOf(groups);
    if (begun.place && typeof groups['caret'] === 'string') {
      begun.place = { column: groups['caret'].length + 1, ...begun.place };
    }
    begun.severity = severityOf(groups['severity'] ?? '') ?? begun.severity;
    begun.message ??= groups['message'] ?? undefined;
  }

  private addFrame({ rule, groups }: MatchedLine): void {
    const begun = this.begun.get(rule);
    if (begun === undefined || (rule.frame?.use === 'first' && begun.framePlace)) return;
    begun.framePlace = this.placeOf(groups) ?? begun.framePlace;
  }

  private *end(rule: DiagnosticRule): Generator<DiagnosticEvent, void> {
    const begun = this.begun.get(rule);
    if (begun === undefined || begun.next < rule.lines.length) return;
    this.begun.delete(rule);
    yield* this.tell(begun);
  }

  private *tell({ place, framePlace, severity, message }: Begun): Generator<DiagnosticEvent, void> {
    const at = place ?? framePlace;
    if (at === undefined || message === undefined || this.isFull) return;
    const { file, line, column } = at;
    const where = { file, line, ...(column === undefined ? {} : { column }) };
    const event = { type: 'diagnostic', phase: this.parts.phase, ...where, severity, message } as const;
    const key = JSON.stringify(event);
    if (this.told.has(key)) return;
    this.told.add(key);
    yield event;
  }

  /** Undefined unless it is in one of the run's own files. */
  private placeOf({ file, line, column }: MatchedLine['groups']): Place | undefined {
    const path = relativePath(file ?? '');
    const number = positive(line);
    if (number === undefined || !this.paths.has(path)) return undefined;
    const place = { file: path, line: number };
    return column ? { ...place, column: positive(column) } : place;
  }
}

function relativePath(name: string): string {
  const path = name.startsWith('file://') ? decoded(name.slice('file://'.length)) : name;
  return path.replace(path.startsWith(workFolder) ? workFolder : /^\.\//, '');
}

/** Node names ECMAScript modules by their URL. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function positive(digits: string | null | undefined): number | undefined {
  const number = Number(digits ?? 0);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

function severityOf(words: string): Diagnostic['severity'] | undefined {
  return (['error', 'warning', 'note'] as const).find((severity) => words.toLowerCase().includes(severity));
}

/** A terminal ends lines with a carriage return as well, and Python and others colour what they print on one. */
function textOf(line: Buffer): string {
  const text = line.toString('utf8', 0, line.at(-1) === carriageReturn ? line.length - 1 : line.length);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
  return text.includes('\u001b') ? text.replaceAll(/\u001b\[[0-9;]*m/g, '') : text;
}
