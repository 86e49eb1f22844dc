import { expect, test } from 'vitest';
import { usualOptions } from './editor-options.ts';
import { monacoOptionsOf } from './monaco-options.ts';

const made = (change: Partial<typeof usualOptions>) =>
  monacoOptionsOf({ ...usualOptions, ...change }, 'Own Mono');

test('the usual options draw as the server drew: 13 px letters on 20 px lines', () => {
  expect(made({})).toMatchObject({ fontFamily: 'Own Mono', fontSize: 13, lineHeight: 20, wordWrap: 'off' });
});

test('a font that is not there leaves the page’s own, and a quote in its name ends nothing', () => {
  expect(made({ font: 'Fira Code' }).fontFamily).toBe('"Fira Code", Own Mono');
  expect(made({ font: 'a", evil' }).fontFamily).toBe('"a, evil", Own Mono');
});

test('lines grow with the letters', () => {
  expect(made({ fontSize: 24 }).lineHeight).toBe(37);
});

test('a tab as the file has it is found out, a chosen one is not', () => {
  expect(made({ tabSize: 'auto' })).toMatchObject({ tabSize: 4, detectIndentation: true });
  expect(made({ tabSize: 2 })).toMatchObject({ tabSize: 2, detectIndentation: false });
});

test('without pairs and suggestions nothing is put in or offered', () => {
  const quiet = made({ autoClose: false, suggestions: false });
  expect(quiet).toMatchObject({
    autoClosingBrackets: 'never',
    autoClosingQuotes: 'never',
    autoSurround: 'never',
  });
  expect(quiet).toMatchObject({ quickSuggestions: false, suggestOnTriggerCharacters: false });
});
