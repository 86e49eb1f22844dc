import { expect, test } from 'vitest';
import { emptyDraft } from './draft.ts';
import { readable } from './kept-draft.ts';

const kept = { ...emptyDraft('print(1)'), id: 'x1', language: 'python', place: 'python', keptAt: 5 };

test('what was kept is read back as it is', () => {
  expect(readable('x1', kept)).toEqual(kept);
});

test('a draft of the first version, one for each language, is read with what it has', () => {
  const earlier = { title: 'T', code: 'x', stdin: '', inputMode: 'text', args: '', env: '', keptAt: 7 };
  expect(readable('go', earlier)).toEqual({
    ...emptyDraft('x'),
    ...earlier,
    id: 'go',
    language: 'go',
    place: 'go',
  });
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['a text', 'print(1)'],
  ['no code', { title: 'T' }],
  ['code that is no text', { ...kept, code: 7 }],
  ['files that are no list', { ...kept, files: {} }],
  ['a file without a path', { ...kept, files: [{ content: '' }] }],
  ['a file that is nothing', { ...kept, files: [null] }],
  ['an unknown way of input', { ...kept, inputMode: 'telepathy' }],
  ['a time that is none', { ...kept, keptAt: Number.NaN }],
])('%s is not taken for a draft', (_what, value) => {
  expect(readable('x1', value)).toBeUndefined();
});
