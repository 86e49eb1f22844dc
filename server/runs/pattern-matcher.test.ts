import { expect, test } from 'vitest';
import { PatternMatcher } from './pattern-matcher.ts';

test.each<[string, string, string, boolean]>([
  ['\\d+', '', '42', true],
  ['\\d+', '', '42\n', true],
  ['\\d+', '', '42\n\n', false],
  ['\\d+', '', 'x42', false],
  ['\\d+', '', '42x', false],
  ['a|b', '', 'ab', false],
  ['yes', 'i', 'YES\n', true],
  ['a.b', 's', 'a\nb', true],
  ['a.b', '', 'a\nb', false],
  ['a', 'm', 'a\nb', false],
  ['.', '', '😀', true],
  ['', '', '', true],
])('/%s/%s and %j', async (pattern, flags, text, answer) => {
  await using matcher = new PatternMatcher();
  expect(await matcher.matches({ pattern, flags }, text)).toBe(answer);
});

test('an expression without an end is given up, and the server answers others meanwhile', async () => {
  await using matcher = new PatternMatcher({ matchMs: 4_000, totalMs: 9_000 });
  let longestMs = 0;
  let before = performance.now();
  const heartbeat = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - before);
    before = performance.now();
  }, 5);
  expect(await matcher.matches({ pattern: '(a+)+$', flags: '' }, `${'a'.repeat(50)}b`)).toBeUndefined();
  clearInterval(heartbeat);
  expect(longestMs).toBeLessThan(3_000);
  expect(await matcher.matches({ pattern: 'a+', flags: '' }, 'aa')).toBe(true);
});

test('a run that has spent its time gets no more of it', async () => {
  await using matcher = new PatternMatcher({ matchMs: 300, totalMs: 500 });
  const endless = { pattern: '(a+)+$', flags: '' };
  const text = `${'a'.repeat(50)}b`;
  const before = process.cpuUsage();
  for (let test = 0; test < 100; test += 1) expect(await matcher.matches(endless, text)).toBeUndefined();
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(5_000);
});

test.each([
  '(?:a{1000}){1000}'.repeat(200),
  '(?:'.repeat(1000) + ')'.repeat(1000),
  '(((a{99}){99}){99}){99}',
])(
  'an expression that is too large for the machine has an answer or none, and breaks nothing',
  async (pattern) => {
    await using matcher = new PatternMatcher();
    expect([false, undefined]).toContain(
      await matcher.matches({ pattern, flags: '' }, 'x'.repeat(1_000_000)),
    );
    expect(await matcher.matches({ pattern: 'x', flags: '' }, 'x')).toBe(true);
  },
);
