import { expect, test } from 'vitest';
import { ExecuteRequest } from './execute.ts';
import { invalidFields } from './problem.ts';

const base = { language: 'python', code: '' };

test.each([
  [null, 'The request must be an object.'],
  [[], 'The request must be an object.'],
  [{}, 'language must be there.'],
  [{ ...base, language: 5 }, 'language must be text.'],
  [{ ...base, language: '' }, 'language must not be empty.'],
  [{ ...base, language: 'x'.repeat(65) }, 'language must have at most 64 characters.'],
  [{ ...base, files: Array(65).fill({ path: 'a', content: '' }) }, 'files must have at most 64 entries.'],
  [{ ...base, env: { 'A=B': '' } }, 'env.A=B must be a name of letters, digits and _.'],
  [{ ...base, limits: { wall_ms: 1.5 } }, 'limits.wall_ms must be a whole number.'],
  [{ ...base, limits: { wall: 1 } }, 'limits has no field wall.'],
  [{ ...base, timeout: 1 }, 'The request has no field timeout.'],
  [{ ...base, output_encoding: 'hex' }, 'output_encoding must be one of utf8, base64.'],
  [{ ...base, cache: 1 }, 'cache must be true or false.'],
  [{ ...base, args: 'x' }, 'args must be a list.'],
  [{ ...base, code: 'x'.repeat(2 ** 21) }, 'code is larger than 1048576 bytes.'],
  [
    { ...base, tests: [{ expected: '', comparison: 'near' }] },
    'tests.0.comparison.kind must be one of exact, trim, tokens, float, regex, checker.',
  ],
  [{ ...base, tests: [{ comparison: 'checker' }] }, 'tests.0.comparison.language must be there.'],
  [{ ...base, tests: [{}] }, 'tests.0.expected must be there, unless a checker decides.'],
  [
    { ...base, files: [{ path: '../a', content: '' }] },
    'files.0.path must be relative and stay inside the work folder.',
  ],
])('%j', (request, words) => {
  const { error } = ExecuteRequest.safeParse(request);
  expect(error && invalidFields(error).message).toBe(words);
});
