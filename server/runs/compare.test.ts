import { describe, expect, test } from 'vitest';
import { compareTexts, type TextComparison } from './compare.ts';

const exact = { kind: 'exact' } as const;
const trim = { kind: 'trim' } as const;
const tokens = { kind: 'tokens' } as const;
const float = { kind: 'float', tolerance: 1e-6 } as const;

test.each<[TextComparison, string, string]>([
  [exact, '', ''],
  [exact, 'a\r\n', 'a\r\n'],
  [trim, '', ''],
  [trim, '', '\n \t\r\n'],
  [trim, 'a\n\n\n', 'a'],
  [trim, 'a', 'a\n'],
  [trim, 'a \nb\t', 'a\r\nb\r\n'],
  [trim, 'ä\n😀\n', 'ä  \n😀'],
  [tokens, '1 2 3', '1\n2\r\n\t3\n\n'],
  [tokens, '', ' \n'],
  [float, '0.3333333', '0.33333333333'],
  [float, '1e9', '1000000000.5'],
  [float, '-0.0', '0'],
  [float, 'nan inf -inf', '-NaN Infinity -INF'],
  [float, 'x = .5', 'x = 0.50000001'],
  [float, '12345678901234567890', '12345678901234567890'],
])('%j takes %j and %j for the same', (comparison, expected, actual) => {
  expect(compareTexts(comparison, expected, actual)).toBeUndefined();
});

describe('the first difference', () => {
  test.each<[TextComparison, string, string, number, number, string | null, string | null]>([
    [exact, 'a\n', 'a', 1, 2, 'a\n', 'a'],
    [exact, 'a', 'a\n', 1, 2, 'a', 'a\n'],
    [exact, 'a\nb', 'a\r\nb', 1, 2, 'a\n', 'a\r\n'],
    [exact, '\nx', 'y', 1, 1, '\n', 'y'],
    [exact, '', 'x', 1, 1, null, 'x'],
    [exact, 'x\ny', 'x\n', 2, 1, 'y', null],
    [exact, 'ää😀b', 'ää😀c', 1, 4, 'ää😀b', 'ää😀c'],
    [exact, '😀', '😁', 1, 1, '😀', '😁'],
    [trim, 'one\ntwo\nthree', 'one\ntwo\ntree', 3, 2, 'three', 'tree'],
    [trim, 'ab', 'ab c', 1, 3, 'ab', 'ab c'],
    [trim, 'a', ' a', 1, 1, 'a', ' a'],
    [trim, 'a\n\nb', 'a\nb', 2, 1, '', 'b'],
    [trim, 'a\nb\n', 'a\n', 2, 1, 'b', null],
    [trim, 'a\n\n  b', 'a', 3, 3, '  b', null],
    [trim, 'a', 'a\n\n\n x', 4, 2, null, ' x'],
    [trim, 'x', '', 1, 1, 'x', null],
    [trim, '', 'x', 1, 1, null, 'x'],
    [trim, 'a\u00a0', 'a', 1, 2, 'a\u00a0', 'a'],
    [tokens, '1 2 3', '1 2\n  4', 2, 3, '3', '4'],
    [tokens, '1 2 3', '1 2 \n', 1, 4, '3', null],
    [tokens, '1', '1\nä 9', 2, 1, null, 'ä'],
    [tokens, 'x', 'ää y', 1, 1, 'x', 'ää'],
    [float, '1.0', '1.1', 1, 1, '1.0', '1.1'],
    [float, 'nan', '0', 1, 1, 'nan', '0'],
    [float, 'inf', '-inf', 1, 1, 'inf', '-inf'],
    [float, '1e308', 'inf', 1, 1, '1e308', 'inf'],
    [float, '1', '1x', 1, 1, '1', '1x'],
    [float, '16', '0x10', 1, 1, '16', '0x10'],
  ])('of %j in %j against %j', (comparison, expected, actual, line, column, wanted, found) => {
    const difference = { line, column, expected: wanted, actual: found };
    expect(compareTexts(comparison, expected, actual)).toEqual(difference);
  });

  test('is shown with a piece of a long line, whole characters only', () => {
    const long = '😀'.repeat(5000);
    const difference = compareTexts(trim, `${long}a${long}`, `${long}b${long}`);
    expect(difference).toMatchObject({ line: 1, column: 5001 });
    expect(difference?.actual).toMatch(/^…(😀)+b(😀)+…$/u);
    expect(difference?.actual?.length).toBeLessThan(130);
    expect(difference?.actual?.isWellFormed()).toBe(true);
  });
});

test.each<[string, TextComparison, string, string]>([
  ['blank lines', trim, 'a', `a${'\n'.repeat(16_000_000)}`],
  ['spaces', trim, 'a', `a${' '.repeat(16_000_000)}`],
  ['digits that are no number', float, '1'.repeat(1_000_000), `${'1'.repeat(16_000_000)}x`],
  ['a million words', tokens, 'a '.repeat(500_000), `${'a '.repeat(500_000)}${'b '.repeat(7_000_000)}`],
  ['a million lines', trim, 'a\n'.repeat(500_000), `${'a\n'.repeat(499_999)}b\n${'c\n'.repeat(7_000_000)}`],
])('%s are compared in no time', (_, comparison, expected, actual) => {
  const before = process.cpuUsage();
  compareTexts(comparison, expected, actual);
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_500);
});
