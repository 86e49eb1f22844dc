import { expect, test } from 'vitest';
import { fakeLanguage } from './fake-language.ts';
import { recipeOf } from './recipe.ts';

test('hello is compiled plainly and run with the environment of a run', () => {
  const language = fakeLanguage({
    kind: 'compiled',
    compile: ['fakec', '{sources}'],
    run: ['./program', '{args}'],
    env: { LIVE: 'yes', WORDS: 'two words' },
  });
  expect(recipeOf(language).hello).toEqual({
    path: 'main.fake',
    text: 'hello',
    command: "fakec main.fake && env LIVE=yes 'WORDS=two words' ./program",
  });
});

test('a language has its own folder as source, or the image of another', () => {
  const own = fakeLanguage({ image: { npm: { tool: '1.0.0' } } });
  expect(recipeOf(own).source).toEqual({ kind: 'folder', folder: '/nowhere/fake', npm: { tool: '1.0.0' } });
  const borrower = fakeLanguage({ image: { of: 'other' } });
  expect(recipeOf(borrower, 'other:1').source).toEqual({ kind: 'image', image: 'other:1' });
});
