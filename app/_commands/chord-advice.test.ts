import { expect, test } from 'vitest';
import { adviceOf } from './chord-advice.ts';

test.each(['A', 'Enter', 'Shift+A', 'Tab', 'ArrowUp', 'Space', 'F', 'Shift+?'])(
  '%s types or moves',
  (chord) => {
    expect(adviceOf(chord).kind).toBe('impossible');
  },
);

test.each([
  ['Mod+W', /closes the tab/],
  ['Ctrl+T', /opens a tab/],
  ['Mod+PageDown', /next tab/],
  ['Mod+C', /copies/],
  ['Mod+/', /comment/],
  ['F5', /loads the page again/],
])('%s is doubtful, and why is said', (chord, words) => {
  const advice = adviceOf(chord);
  expect(advice.kind).toBe('doubtful');
  expect('words' in advice && advice.words).toMatch(words);
});

test.each(['Mod+Enter', 'F9', 'Shift+F8', 'Alt+1', 'Shift+Alt+F', 'Mod+Alt+=', '?'])(
  '%s is fine',
  (chord) => {
    expect(adviceOf(chord)).toEqual({ kind: 'fine' });
  },
);
