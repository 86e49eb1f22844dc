import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { DiagnosticRule } from '../languages/diagnostic-rule.ts';
import { DiagnosticRules } from '../languages/diagnostic-rules.ts';
import { Diagnostics } from './diagnostics.ts';

const oneLine = {
  phase: 'run',
  stream: 'stderr',
  lines: [
    '(?<file>[^:]+):(?<line>\\d+):(?:(?<column>\\d+):)? (?:(?<severity>Warning|note|fatal error): )?(?<message>.*)',
  ],
};
const traceback = {
  phase: 'run',
  stream: 'stderr',
  lines: ['Traceback:', '(?<message>\\S.*)'],
  frame: { pattern: '  File (?<file>\\S+), line (?<line>\\d+)', use: 'last' },
};
const withCaret = {
  phase: 'run',
  stream: 'stderr',
  lines: ['(?<file>\\S+) line (?<line>\\d+)', '(?<caret>\\s*)\\^+', '(?<message>\\S.*)', 'The end\\.'],
};

function reading(rules: readonly object[], more: object = {}): Diagnostics {
  return new Diagnostics({
    rules: new DiagnosticRules(rules.map((rule) => DiagnosticRule.parse(rule))),
    phase: 'run',
    hasTerminal: false,
    isTest: false,
    paths: ['main.x', 'lib/a b.x'],
    ...more,
  });
}

function read(diagnostics: Diagnostics, ...texts: (string | Buffer)[]) {
  const told = texts.flatMap((text) => [...diagnostics.take('stderr', Buffer.from(text))]);
  return [...told, ...diagnostics.finish()];
}

test('a line says place, severity and message', () => {
  expect(read(reading([oneLine]), 'main.x:3:14: Warning: careful\n')).toEqual([
    {
      type: 'diagnostic',
      phase: 'run',
      file: 'main.x',
      line: 3,
      column: 14,
      severity: 'warning',
      message: 'careful',
    },
  ]);
});

test('without a severity or a column of its own it has the rule’s severity, and no column', () => {
  const [told] = read(reading([oneLine]), 'main.x:3: oops\n');
  expect(told).toMatchObject({ severity: 'error', message: 'oops' });
  expect(told).not.toHaveProperty('column');
});

test('it is told with the piece of output that makes it whole, not later', () => {
  const diagnostics = reading([oneLine]);
  expect([...diagnostics.take('stderr', Buffer.from('main.x:3:'))]).toEqual([]);
  expect([...diagnostics.take('stderr', Buffer.from(' oops'))]).toEqual([]);
  expect([...diagnostics.take('stderr', Buffer.from('\nmain.x:4: more'))]).toHaveLength(1);
  expect([...diagnostics.finish()]).toMatchObject([{ line: 4, message: 'more' }]);
});

test('however the bytes are cut, the same is read', () => {
  const bytes = Buffer.from('lib/a b.x:1: ünïcödé ✓\r\nnothing\nmain.x:2: two\n');
  const whole = read(reading([oneLine]), bytes);
  expect(whole.map(({ message }) => message)).toEqual(['ünïcödé ✓', 'two']);
  const cut = Array.from(bytes, (byte) => Buffer.from([byte]));
  expect(read(reading([oneLine]), ...cut)).toEqual(whole);
});

test.each(['/work/main.x', './main.x', 'file:///work/main.x', 'file:///work/lib/a%20b.x', '/work/lib/a b.x'])(
  '%s is one of the run’s own files',
  (name) => {
    const rule = { ...oneLine, lines: ['(?<file>.+):(?<line>\\d+): (?<message>.*)'] };
    expect(read(reading([rule]), `${name}:1: oops\n`)).toHaveLength(1);
  },
);

test.each([
  '/usr/include/stdio.h',
  '/etc/main.x',
  '../main.x',
  '/work/../main.x',
  'file:///work/%E0%A4%A',
  'b.x',
])('%s is not, and nothing is told of it', (name) => {
  const rule = { ...oneLine, lines: ['(?<file>.+):(?<line>\\d+): (?<message>.*)'] };
  expect(read(reading([rule]), `${name}:1: oops\n`)).toEqual([]);
});

test.each(['0', '9'.repeat(40), '-1'])('there is no line %s', (line) => {
  expect(read(reading([oneLine]), `main.x:${line}: oops\n`)).toEqual([]);
});

test('a traceback’s place is the last frame in one of the run’s own files', () => {
  const text = [
    'Traceback:',
    '  File main.x, line 9',
    '  File /usr/lib/l.x, line 77',
    '  File main.x, line 5',
    '  File /usr/lib/l.x, line 78',
    'Oops: broken',
    'and more',
  ];
  expect(read(reading([traceback]), text.join('\n'))).toMatchObject([
    { file: 'main.x', line: 5, message: 'Oops: broken' },
  ]);
});

test('or the first one, where the language prints the innermost first', () => {
  const first = { ...traceback, frame: { ...traceback.frame, use: 'first' } };
  const text =
    'Traceback:\n  File /l.x, line 1\n  File main.x, line 9\n  File main.x, line 5\nOops: broken\n';
  expect(read(reading([first]), text)).toMatchObject([{ line: 9 }]);
});

test('a traceback that begins within another one is a new one', () => {
  const text = 'Traceback:\n  File main.x, line 1\nTraceback:\n  File main.x, line 2\nOops: broken\n';
  expect(read(reading([traceback]), text)).toMatchObject([{ line: 2 }]);
});

test('a caret says the column, and a line is never two lines of one message', () => {
  expect(
    read(reading([withCaret]), 'main.x line 2\n\n  code\n  ^^\n\n{ thrown: 1 }\nThe end.\n'),
  ).toMatchObject([{ line: 2, column: 3, message: '{ thrown: 1 }' }]);
});

test('a message whose end never comes is told at the end, if its place and text are known', () => {
  expect(read(reading([withCaret]), 'main.x line 2\n ^\nOops\n')).toMatchObject([
    { column: 2, message: 'Oops' },
  ]);
  expect(read(reading([withCaret]), 'main.x line 2\n ^\n')).toEqual([]);
});

test('the other stream and the other phase are not looked at', () => {
  const diagnostics = reading([oneLine]);
  expect([...diagnostics.take('stdout', Buffer.from('main.x:1: oops\n'))]).toEqual([]);
  expect(read(reading([oneLine], { phase: 'compile' }), 'main.x:1: oops\n')).toEqual([]);
});

test('on a terminal all output is stdout, with colours and carriage returns in it', () => {
  const diagnostics = reading([traceback], { hasTerminal: true });
  const text =
    'Traceback:\r\n  File \u001b[35mmain.x\u001b[0m, line \u001b[1;35m5\u001b[0m\r\n\u001b[1mOops\u001b[0m\r\n';
  expect([...diagnostics.take('stdout', Buffer.from(text))]).toMatchObject([{ line: 5, message: 'Oops' }]);
});

test('the same is told once, and at most a hundred are told', () => {
  const same = 'main.x:1: oops\n'.repeat(1000);
  const many = Array.from({ length: 1000 }, (_, index) => `main.x:${index + 2}: oops\n`).join('');
  expect(read(reading([oneLine]), same)).toHaveLength(1);
  expect(read(reading([oneLine]), same, many)).toHaveLength(100);
});

test('of a line without an end only the beginning is read and kept', () => {
  const flood = Buffer.alloc(1024 * 1024, 'x');
  const told = read(
    reading([oneLine]),
    'main.x:1: ',
    ...Array.from({ length: 16 }, () => flood),
    '\nmain.x:2: b\n',
  );
  expect(told.map(({ line, message }) => [line, message.length])).toEqual([
    [1, 4096 - 'main.x:1: '.length],
    [2, 1],
  ]);
});

test('without rules nothing is read', () => {
  expect(read(reading([], { rules: undefined }), 'main.x:1: oops\n')).toEqual([]);
});

test('a pattern and a line made for each other take no time to speak of', () => {
  const nasty = {
    ...oneLine,
    lines: ['(?<file>(?:[^:]*[^:]*)+)(?:x+x+)+:(?<line>\\d+)(?:\\s*\\s*)*: (?<message>(?:.*.*)*)!'],
  };
  const text = `${'x'.repeat(4000)}:1 ${' '.repeat(60)}\n`.repeat(100);
  const startedAt = performance.now();
  expect(read(reading([nasty]), text)).toEqual([]);
  // Where patterns backtrack, the first of these lines would take longer than the universe is old.
  expect(performance.now() - startedAt).toBeLessThan(10_000);
});

test('a flood of line ends, and of short lines, costs little', () => {
  const flood = Buffer.alloc(4 * 1024 * 1024, 'y\n\n');
  const startedAt = performance.now();
  expect(read(reading([oneLine, traceback, withCaret]), flood)).toEqual([]);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});
