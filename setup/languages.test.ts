import { describe, expect, it } from 'vitest';
import type { LanguageInfo } from '#protocol/language.ts';
import { languageNews } from './languages.ts';

const language = (name: string, state: LanguageInfo['state'], version = '') =>
  ({ id: name.toLowerCase(), name, version, state }) as LanguageInfo;
const building = (step: number): LanguageInfo['state'] => ({
  status: 'building',
  step,
  steps: 5,
  detail: '',
});

describe('news of the languages', () => {
  it('names in one line what was ready when first looked at', () => {
    const now = [
      language('Python', { status: 'ready' }, '3.13.5'),
      language('C', { status: 'ready' }, 'GCC 14'),
    ];
    expect(languageNews([], now)).toEqual(['✓ Languages   Python 3.13.5, C GCC 14']);
  });

  it('tells the beginning and the end of a build, and not its steps', () => {
    const before = [language('C', building(1))];
    expect(languageNews([], before)).toEqual(['· Languages   C: building its image']);
    expect(languageNews(before, [language('C', building(2))])).toEqual([]);
    expect(languageNews(before, [language('C', { status: 'ready' })])).toEqual(['✓ Languages   C']);
  });

  it('says why a language failed, once', () => {
    const failed = [language('C', { status: 'failed', reason: 'no gcc' })];
    expect(languageNews([language('C', building(1))], failed)).toEqual(['✗ Languages   C: no gcc']);
    expect(languageNews(failed, failed)).toEqual([]);
  });

  it('has nothing to say of languages that wait', () => {
    expect(languageNews([], [language('C', { status: 'waiting' })])).toEqual([]);
  });
});
