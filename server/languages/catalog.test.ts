import { expect, test } from 'vitest';
import { Catalog } from './catalog.ts';
import { fakeLanguage } from './fake-language.ts';

const python = fakeLanguage({ id: 'python', name: 'Python', aliases: ['py', 'python3'], core: 1 });
const cpp = fakeLanguage({ id: 'cpp', name: 'C++', aliases: ['c++', 'cc'], core: 2 });
const zig = fakeLanguage({ id: 'zig', name: 'Zig' });
const ada = fakeLanguage({ id: 'ada', name: 'Ada' });
const catalog = new Catalog({ languages: [zig, cpp, ada, python] });

test('core languages are listed first in their order, the others by name', () => {
  expect(catalog.all()).toEqual([python, cpp, ada, zig]);
});

test.each([
  ['python', python],
  ['Python', python],
  ['PY', python],
  ['C++', cpp],
  ['cc', cpp],
  [' zig ', zig],
])('%j is found', (name, language) => {
  expect(catalog.find(name)).toBe(language);
});

test.each(['', 'constructor', '__proto__', 'pyth'])('%j is nobody', (name) => {
  expect(catalog.find(name)).toBeUndefined();
});

test('a slip of the finger brings the language that was meant, once', () => {
  expect(catalog.nearest('pyhton')).toEqual(['python']);
  expect(catalog.nearest('python4')).toEqual(['python']);
  expect(catalog.nearest('brainfuck')).toEqual([]);
});

test('a language that only lends its image is built and not offered', () => {
  const lender = fakeLanguage({ id: 'lender', core: 1 });
  const narrow = new Catalog({ languages: [zig], hidden: [lender] });
  expect(narrow.all()).toEqual([zig]);
  expect(narrow.find('lender')).toBeUndefined();
  expect(narrow.toBuild()).toEqual([lender, zig]);
});
