import type { OutputStream } from '#protocol/run-event.ts';
import { isPlain, legible, readInk, type Span } from './ansi.ts';

/** One line as it is shown. `spans` is null for plain text; `goesOn` marks a piece of a line too long to show whole. */
export interface Line {
  readonly stream: OutputStream;
  /** When its beginning came, in milliseconds since the run started. */
  readonly at: number;
  readonly text: string;
  readonly spans: readonly Span[] | null;
  readonly goesOn: boolean;
  /** Stands between the output of two runs. */
  readonly divides?: true;
}

/** Lines that are drawn together. A block that is full never changes again. */
export interface Block {
  readonly id: number;
  readonly lines: readonly Line[];
}

export interface LogView {
  readonly blocks: readonly Block[];
  /** Lines since the run began, and how many of them are no longer kept. */
  readonly lineCount: number;
  readonly droppedCount: number;
  /** Comes faster than anybody reads: only its end is worth drawing until it is calmer. */
  readonly isPouring: boolean;
}

interface OpenLine {
  readonly stream: OutputStream;
  readonly at: number;
  readonly raw: string;
  readonly carry: string;
}

const linesPerBlock = 200;
/** With more new blocks than this from one look to the next it begins to pour; after so many looks without, it has ended. */
const calmBlocks = 4;
const calmLooks = 10;
/** What a kept line costs beside its text, so that a million empty lines are bounded too. */
const lineOverhead = 64;
/** A line longer than this is shown in pieces: browsers lay out a megabyte on one line very slowly. */
const longestPiece = 4096;

/**
 * Everything a run printed, kept outside React and bounded: when it grows past `maxCharacters`, the oldest blocks go.
 * Listeners hear at most once a frame, whatever the program prints.
 */
export class OutputLog {
  private blocks: Line[][] = [];
  private firstId = 0;
  private keptCharacters = 0;
  private lineCount = 0;
  private droppedCount = 0;
  private readonly carries: Record<OutputStream, string> = { stdout: '', stderr: '' };
  private open: OpenLine | null = null;
  private readonly listeners = new Set<() => void>();
  private view: LogView = { blocks: [], lineCount: 0, droppedCount: 0, isPouring: false };
  /** The id of the block that will come after those which listeners know. */
  private knownId = 0;
  private calmFor = 0;
  private readonly drawn = new Map<number, Block>();

  private isFlushing = false;
  private lastAt = 0;

  /** `nextFrame` decides when listeners hear of what was appended. */
  constructor(
    private readonly nextFrame: (flush: () => void) => void,
    private readonly maxCharacters = 8 * 1024 * 1024,
  ) {}

  /** `at` is when it came, in milliseconds since the run started. */
  append(stream: OutputStream, data: string, at = this.lastAt): void {
    this.lastAt = at;
    if (this.open && this.open.stream !== stream) this.closeOpen();
    const pieces = data.split('\n');
    const last = pieces.pop() ?? '';
    for (const piece of pieces) this.endLine(stream, piece);
    if (last !== '') this.extend(stream, last);
    this.changed();
  }

  /** Shows a line that a person typed, where the program's prompt left the cursor. */
  echo(text: string): void {
    const before = this.open ? this.toLine(this.open, false) : null;
    this.open = null;
    const typed: Span = { text, ink: { looks: ['typed'] } };
    const spans = before ? [...(before.spans ?? [{ text: before.text, ink: null }]), typed] : [typed];
    this.keep({
      stream: before?.stream ?? 'stdout',
      at: before?.at ?? this.lastAt,
      text: (before?.text ?? '') + text,
      spans,
      goesOn: false,
    });
    this.changed();
  }

  /** Another run begins under what is there. */
  divide(words: string): void {
    this.closeOpen();
    this.carries.stdout = this.carries.stderr = '';
    const spans: readonly Span[] = [{ text: words, ink: { looks: ['typed'] } }];
    if (this.lineCount > 0)
      this.keep({ stream: 'stdout', at: this.lastAt, text: words, spans, goesOn: false, divides: true });
    this.changed();
  }

  clear(): void {
    this.blocks = [];
    this.firstId = this.knownId = 0;
    this.keptCharacters = this.lineCount = this.droppedCount = this.lastAt = 0;
    this.carries.stdout = this.carries.stderr = '';
    this.open = null;
    this.drawn.clear();
    this.flush();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): LogView => this.view;

  /** What is kept, as plain text. */
  text(): string {
    return textOf(this.lines());
  }

  /** That of it which came after the last division. */
  latestText(): string {
    const lines = this.lines();
    return textOf(lines.slice(lines.findLastIndex(({ divides }) => divides) + 1));
  }

  private lines(): readonly Line[] {
    return this.open ? [...this.blocks.flat(), this.toLine(this.open, false)] : this.blocks.flat();
  }

  private endLine(stream: OutputStream, piece: string): void {
    this.extend(stream, piece);
    this.closeOpen();
  }

  private extend(stream: OutputStream, piece: string): void {
    const at = this.open?.at ?? this.lastAt;
    let raw = afterReturn((this.open?.raw ?? '') + piece);
    while (raw.length > longestPiece) {
      const begun = { stream, at, raw: raw.slice(0, longestPiece), carry: this.carries[stream] };
      this.keep(this.toLine(begun, true));
      raw = raw.slice(longestPiece);
    }
    this.open = { stream, at, raw, carry: this.carries[stream] };
  }

  private closeOpen(): void {
    if (this.open) this.keep(this.toLine(this.open, false));
    this.open = null;
  }

  /** Reads a line's colours; a line that is over hands its state on to the next of its stream. */
  private toLine({ stream, at, raw, carry }: OpenLine, goesOn: boolean): Line {
    const shown = legible(raw);
    if (isPlain(shown, carry)) return { stream, at, text: shown, spans: null, goesOn };
    const inked = readInk(shown, carry);
    this.carries[stream] = inked.carry;
    return { stream, at, text: inked.spans.map((span) => span.text).join(''), spans: inked.spans, goesOn };
  }

  private keep(line: Line): void {
    let block = this.blocks.at(-1);
    if (!block || block.length >= linesPerBlock) {
      block = [];
      this.blocks.push(block);
    }
    block.push(line);
    this.drawn.delete(this.firstId + this.blocks.length - 1);
    this.keptCharacters += costOf(line);
    if (!line.goesOn) this.lineCount++;
    while (this.keptCharacters > this.maxCharacters && this.blocks.length > 1) this.dropOldest();
  }

  private dropOldest(): void {
    const oldest = this.blocks.shift() ?? [];
    this.drawn.delete(this.firstId);
    this.firstId++;
    for (const line of oldest) this.keptCharacters -= costOf(line);
    this.droppedCount += oldest.filter((line) => !line.goesOn).length;
  }

  private changed(): void {
    if (this.isFlushing) return;
    this.isFlushing = true;
    this.nextFrame(() => this.flush());
  }

  private flush(): void {
    this.isFlushing = false;
    const blocks = this.blocks.map((lines, index) => this.drawBlock(this.firstId + index, lines));
    const open = this.open && this.peekOpen(this.open);
    if (open) blocks.push({ id: this.firstId + blocks.length, lines: [open] });
    const lineCount = this.lineCount + (open ? 1 : 0);
    const isPouring = this.pours();
    this.view = { blocks, lineCount, droppedCount: this.droppedCount, isPouring };
    for (const listener of this.listeners) listener();
    // The calm after it is told too.
    if (isPouring) this.changed();
  }

  /** Whether it pours, now that listeners are told what there is. */
  private pours(): boolean {
    const nextId = this.firstId + this.blocks.length;
    const isCalm = nextId - this.knownId <= (this.view.isPouring ? 0 : calmBlocks);
    this.knownId = nextId;
    this.calmFor = isCalm ? this.calmFor + 1 : 0;
    return this.calmFor < calmLooks && (this.view.isPouring || !isCalm);
  }

  /** The open line as it looks now, without handing its colours on. */
  private peekOpen(open: OpenLine): Line {
    const carry = this.carries[open.stream];
    const line = this.toLine(open, false);
    this.carries[open.stream] = carry;
    return line;
  }

  private drawBlock(id: number, lines: readonly Line[]): Block {
    const drawn = this.drawn.get(id) ?? { id, lines: [...lines] };
    this.drawn.set(id, drawn);
    return drawn;
  }
}

function textOf(lines: readonly Line[]): string {
  return lines.map((line) => (line.goesOn ? line.text : `${line.text}\n`)).join('');
}

function costOf(line: Line): number {
  return line.text.length + lineOverhead;
}

/** A lone carriage return starts the line over, as progress bars do. */
function afterReturn(raw: string): string {
  const last = raw.lastIndexOf('\r', raw.length - 2);
  return raw.slice(last + 1);
}
