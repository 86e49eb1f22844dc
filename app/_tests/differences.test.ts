import { expect, test } from 'vitest';
import { asCompared, differ, type Part } from './differences.ts';

const drawn = (parts: readonly Part[]) =>
  parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');

test('each side shows what the other lacks', () => {
  const { expected, actual } = differ('1 2 3\n', '1 2  4\n');
  expect(drawn(expected)).toBe('1 2 [3]\n');
  expect(drawn(actual)).toBe('1 2 [ 4]\n');
});

test('what the rule does not look at is no difference', () => {
  expect(asCompared('trim', '4 \n5\n\n')).toBe('4\n5');
  expect(asCompared('exact', '4 \n')).toBe('4 \n');
});

test('the same text has no difference', () => {
  expect(drawn(differ('a\n', 'a\n').actual)).toBe('a\n');
});

test('texts that have nothing in common are answered within a moment', () => {
  const began = performance.now();
  const { actual } = differ(`same${'a'.repeat(60_000)}`, `same${'b'.repeat(60_000)}`);
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(drawn(actual)).toBe(`same[${'b'.repeat(60_000)}]`);
});
