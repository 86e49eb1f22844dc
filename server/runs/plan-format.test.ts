import { expect, test } from 'vitest';
import { RunRequest } from '#protocol/run-request.ts';
import { readConfig } from '../config.ts';
import { runRanges } from './limits.ts';
import { defaultSpec, type PlannableLanguage } from './plan.ts';
import { planFormat } from './plan-format.ts';

const toy: PlannableLanguage = {
  id: 'toy',
  version: '1',
  image: 'toy@1',
  source: 'main.toy',
  extensions: ['.toy'],
  compile: ['toyc', '{entry}'],
  run: ['toy', '{entry}'],
  env: { TOY: '1' },
  boot: { plainFor: [] },
  formatter: { name: 'toyfmt', command: ['toyfmt', '--name={entry}'] },
  ranges: { run: runRanges(readConfig({}), {}) },
};
const request = (more: object = {}) => RunRequest.parse({ language: 'toy', code: 'a  b', ...more });

test('the formatter is told the code on stdin and the name of its file; nothing is compiled', () => {
  const { steps, files } = planFormat(request({ entry: 'deep/other.toy' }), toy);
  expect(steps.map(({ phase, command }) => [phase, command.argv])).toEqual([
    ['run', ['toyfmt', '--name=deep/other.toy']],
  ]);
  expect(files.map(({ path }) => path)).toEqual(['deep/other.toy']);
});

test('it takes the sandbox that runs of the language take, and never what was booted in it', () => {
  const { spec, steps } = planFormat(request(), toy);
  expect(spec).toBe(defaultSpec(toy));
  expect(steps[0]?.command.booted).toBeFalsy();
});

test('a language without one is refused in words', () => {
  const { formatter: _none, ...without } = toy;
  expect(() => planFormat(request(), without)).toThrow('There is no formatter for toy.');
});
