import { expect, test } from 'vitest';
import { fakeLanguage } from './fake-language.ts';

test('its commands are those a person would type for the usual source', () => {
  const language = fakeLanguage({
    kind: 'compiled',
    compile: ['fakec', '-O2', '{sources}', '-o', 'the program'],
    run: ['./the program', '{entry}', '{args}'],
  });
  expect(language.commands).toEqual({
    compile: "fakec -O2 main.fake -o 'the program'",
    run: "'./the program' main.fake",
  });
});

test('an interpreted language has no command to compile', () => {
  expect(fakeLanguage({}).commands).toEqual({ run: 'fake main.fake' });
});

test('its state follows its image, which is known only while it is ready', () => {
  const language = fakeLanguage({});
  expect(language.state).toEqual({ status: 'waiting' });
  language.building({ step: 2, steps: 5, detail: 'installing' });
  expect(language.state).toEqual({ status: 'building', step: 2, steps: 5, detail: 'installing' });
  expect([language.image, language.version]).toEqual([undefined, '']);
  language.ready({ image: 'fake:1', version: '1.2' });
  expect([language.state.status, language.image, language.version]).toEqual(['ready', 'fake:1', '1.2']);
  language.failed('gone');
  expect([language.state, language.image, language.version]).toEqual([
    { status: 'failed', reason: 'gone' },
    undefined,
    '',
  ]);
});
