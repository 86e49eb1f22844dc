import { expect, test } from 'vitest';
import { matchesHash, randomToken, sha256 } from './secrets.ts';

test('a token fits its own hash and no other, whatever is shown', () => {
  const token = randomToken();
  const hash = sha256(token);
  expect(matchesHash(token, hash)).toBe(true);
  const wrong = [
    '',
    ' ',
    `${token}=`,
    token.slice(0, -1),
    token.toUpperCase(),
    hash,
    '\0',
    'x'.repeat(1_000_000),
  ];
  for (const guess of wrong) expect(matchesHash(guess, hash)).toBe(false);
});

test('tokens are compared by a function that takes as long for every guess', () => {
  expect(matchesHash.toString()).toContain('timingSafeEqual');
  expect(matchesHash.toString()).not.toMatch(/===|startsWith|indexOf/);
});
