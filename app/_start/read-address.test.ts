import { expect, test } from 'vitest';
import type { LanguageInfo } from '#protocol/language.ts';
import { fallbackLanguages } from '../_languages/fallback.ts';
import { holdsProgram } from './address.ts';
import { packProgram } from './packed-program.ts';
import { readAddress } from './read-address.ts';

const [language] = fallbackLanguages as [LanguageInfo];
const known = { languages: fallbackLanguages, language };
const read = (hash: string, search = '') => readAddress({ hash, search }, known);

test('a link that holds its code has a draft of its own, and the same link the same', async () => {
  const hash = `#${await packProgram({ language: 'py', code: 'print(1)', stdin: 'x' })}`;
  const other = `#${await packProgram({ language: 'py', code: 'print(2)', stdin: 'x' })}`;
  const found = await read(hash);
  expect(found).toMatchObject({
    beginning: { language: 'python', draft: { code: 'print(1)', inputMode: 'text' } },
  });
  expect(await read(hash)).toEqual(found);
  const places = [found, await read(other)].map((one) => one.ok && one.beginning.place);
  expect(new Set([...places, 'python']).size).toBe(3);
});

test('code in the address is text, in the language that the page was opened in', async () => {
  const code = '</script><img src=x onerror=alert(1)>\r\n+ %';
  const found = await read('', `?lang=python&code=${encodeURIComponent(code)}`);
  expect(found).toMatchObject({
    beginning: { language: 'python', draft: { code: '</script><img src=x onerror=alert(1)>\n+ %' } },
  });
});

test('what is damaged, too long, or in a language that is not here is told in words', async () => {
  expect(await read('#v1.AAAA')).toMatchObject({ ok: false, words: expect.stringContaining('damaged') });
  expect(await read('', `?code=${'x'.repeat(12_001)}`)).toMatchObject({ ok: false });
  const hash = `#${await packProgram({ language: '<b>', code: '' })}`;
  expect(await read(hash)).toEqual({ ok: false, words: 'This server does not run “<b>” now.' });
});

test('other addresses hold no program', () => {
  expect(holdsProgram({ hash: '#main', search: '?lang=python&s=abcdefghij' })).toBe(false);
  expect(holdsProgram({ hash: '#v1.x', search: '' })).toBe(true);
});
