import { expect, test } from 'vitest';
import { DiagnosticRule } from './diagnostic-rule.ts';

const rule = {
  phase: 'run',
  stream: 'stderr',
  lines: ['(?<file>[^:]+):(?<line>\\d+): (?<message>.*)'],
};

test('a rule of one line is whole', () => {
  expect(DiagnosticRule.parse(rule)).toEqual({ ...rule, severity: 'error' });
});

test.each([
  ['no line', { lines: [] }, 'lines'],
  ['a pattern that is none', { lines: ['(?<message>'] }, 'lines.0'],
  ['what RE2 does not know, as looking ahead', { lines: ['(?=x)(?<message>.*)'] }, 'lines.0'],
  ['a group of another name', { lines: ['(?<mesage>.*)'] }, 'lines.0'],
  ['no message', { lines: ['(?<file>.*):(?<line>\\d+)'] }, 'lines'],
  ['no place', { lines: ['(?<message>.*)'] }, 'lines'],
  [
    'a frame without a line',
    { lines: ['(?<message>.*)'], frame: { pattern: '(?<file>.*)', use: 'last' } },
    'lines',
  ],
  ['another stream', { stream: 'stdlog' }, 'stream'],
])('%s is refused with the field named', (_, wrong, field) => {
  const parsed = DiagnosticRule.safeParse({ ...rule, ...wrong });
  expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toContain(field);
});

test('the place may come from a frame', () => {
  const frame = { pattern: 'at (?<file>.*):(?<line>\\d+)', use: 'first' };
  expect(DiagnosticRule.safeParse({ ...rule, lines: ['(?<message>.*)'], frame }).success).toBe(true);
});
