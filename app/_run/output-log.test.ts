import { describe, expect, it } from 'vitest';
import { OutputLog } from './output-log.ts';

const atOnce = (flush: () => void) => flush();
const linesOf = (log: OutputLog) => log.snapshot().blocks.flatMap((block) => block.lines);

describe('the output of a run', () => {
  it('joins what arrives in pieces, and shows a prompt before its line has ended', () => {
    const log = new OutputLog(atOnce);
    log.append('stdout', 'Na');
    log.append('stdout', 'me? ');
    expect(linesOf(log).map((line) => line.text)).toEqual(['Name? ']);
    log.append('stdout', '\nnext\n');
    expect(linesOf(log).map((line) => line.text)).toEqual(['Name? ', 'next']);
    expect(log.snapshot().lineCount).toBe(2);
  });

  it('keeps stdout and stderr apart, in the order in which they came', () => {
    const log = new OutputLog(atOnce);
    log.append('stdout', 'one');
    log.append('stderr', 'two\n');
    log.append('stdout', 'three\n');
    expect(linesOf(log).map(({ stream, text }) => `${stream} ${text}`)).toEqual([
      'stdout one',
      'stderr two',
      'stdout three',
    ]);
  });

  it('knows of each line when its beginning came', () => {
    const log = new OutputLog(atOnce);
    log.append('stdout', 'one\ntw', 10);
    log.append('stdout', 'o\n', 250);
    log.append('stderr', 'three\n', 900);
    expect(linesOf(log).map(({ text, at }) => [text, at])).toEqual([
      ['one', 10],
      ['two', 10],
      ['three', 900],
    ]);
  });

  it('shows what was typed where the prompt left the cursor', () => {
    const log = new OutputLog(atOnce);
    log.append('stdout', 'Name? ');
    log.echo('Ada');
    log.append('stdout', 'Hi\n');
    expect(log.text()).toBe('Name? Ada\nHi\n');
    expect(linesOf(log)[0]?.spans?.at(-1)).toEqual({ text: 'Ada', ink: { looks: ['typed'] } });
  });

  it('CRLF ends a line; a lone carriage return starts it over, as progress bars do', () => {
    const log = new OutputLog(atOnce);
    log.append('stdout', 'dos\r\n 10 %\r 55 %');
    expect(linesOf(log).map((line) => line.text)).toEqual(['dos', ' 55 %']);
    log.append('stdout', '\r');
    log.append('stdout', '100 %\n');
    expect(linesOf(log).map((line) => line.text)).toEqual(['dos', '100 %']);
  });

  it('carries a colour over lines, for each stream its own', () => {
    const log = new OutputLog(atOnce);
    log.append('stdout', '\u001b[31mred\n');
    log.append('stderr', 'plain\n');
    log.append('stdout', 'still red\u001b[0m\nplain\n');
    const [, stderr, still, plain] = linesOf(log);
    expect(stderr?.spans).toBeNull();
    expect(still?.spans?.[0]?.ink?.color).toBe('var(--term-1)');
    expect(plain?.spans).toBeNull();
  });

  it('looking at a line that is not over does not use its colour up', () => {
    const log = new OutputLog(atOnce);
    log.append('stdout', '\u001b[31ma');
    log.append('stdout', 'b\u001b[0m\n');
    expect(linesOf(log)[0]?.spans).toEqual([{ text: 'ab', ink: { color: 'var(--term-1)', looks: [] } }]);
  });

  it('shows a line of a megabyte in pieces, and copies it whole', () => {
    const log = new OutputLog(atOnce);
    const long = 'x'.repeat(1024 * 1024);
    log.append('stdout', `${long}\nend\n`);
    expect(Math.max(...linesOf(log).map((line) => line.text.length))).toBeLessThanOrEqual(4096);
    expect(log.text()).toBe(`${long}\nend\n`);
    expect(log.snapshot().lineCount).toBe(2);
  });

  it('keeps at most what it may of 50 MB, says what it dropped, and stays quick', () => {
    const waiting: (() => void)[] = [];
    const log = new OutputLog((flush) => waiting.push(flush), 1024 * 1024);
    const chunk = 'The quick brown fox jumps over the lazy dog\n'.repeat(1500);
    const chunks = Math.ceil((50 * 1024 * 1024) / chunk.length);
    const begun = performance.now();
    for (let index = 0; index < chunks; index++) log.append('stdout', chunk);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(waiting).toHaveLength(1);
    waiting[0]?.();
    const { lineCount, droppedCount } = log.snapshot();
    expect(lineCount).toBe(chunks * 1500);
    expect(linesOf(log)).toHaveLength(lineCount - droppedCount);
    expect(log.text().length).toBeLessThanOrEqual(1024 * 1024);
  });

  it('a million empty lines are bounded too', () => {
    const log = new OutputLog(() => undefined, 1024 * 1024);
    for (let index = 0; index < 100; index++) log.append('stdout', '\n'.repeat(10_000));
    expect(log.text().length).toBeLessThan(20_000);
  });

  it('says that it pours until nothing more has come from one look to the next', () => {
    const waiting: (() => void)[] = [];
    const log = new OutputLog((flush) => waiting.push(flush));
    const look = () => waiting.shift()?.();
    log.append('stdout', 'line\n'.repeat(100));
    look();
    expect(log.snapshot().isPouring).toBe(false);
    for (let times = 0; times < 2; times++) {
      log.append('stdout', 'line\n'.repeat(2000));
      look();
      expect(log.snapshot().isPouring).toBe(true);
    }
    while (log.snapshot().isPouring) look();
    expect(log.snapshot()).toMatchObject({ isPouring: false, lineCount: 4100 });
    expect(waiting).toEqual([]);
  });

  it('blocks that are full are the same object from one look to the next', () => {
    const log = new OutputLog(atOnce);
    log.append('stdout', 'line\n'.repeat(450));
    const [first] = log.snapshot().blocks;
    log.append('stdout', 'more\n');
    expect(log.snapshot().blocks[0]).toBe(first);
    expect(log.snapshot().blocks).toHaveLength(3);
  });

  it('is empty after it was cleared, colours included', () => {
    const log = new OutputLog(atOnce);
    log.append('stdout', '\u001b[31mred');
    log.clear();
    expect(log.snapshot()).toEqual({ blocks: [], lineCount: 0, droppedCount: 0, isPouring: false });
    log.append('stdout', 'plain\n');
    expect(linesOf(log)[0]?.spans).toBeNull();
  });

  it('stands under that of the run before where it was not cleared, and is told apart from it', () => {
    const log = new OutputLog(atOnce);
    log.divide('Run at 9');
    expect(log.snapshot().lineCount).toBe(0);
    log.append('stdout', '\u001b[31mno line end');
    log.divide('Run at 10');
    log.append('stdout', 'second\n');
    expect(linesOf(log).map((line) => line.text)).toEqual(['no line end', 'Run at 10', 'second']);
    expect(linesOf(log)[2]?.spans).toBeNull();
    expect(log.latestText()).toBe('second\n');
    log.divide('Run at 11');
    expect(log.latestText()).toBe('');
  });
});
