import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failedInPlaywright, failedInVitest } from './failed-tests.ts';

describe('naming the tests that failed', () => {
  it('finds them in what vitest reports, with the first line of why', () => {
    const report = {
      testResults: [
        {
          name: resolve('server/run.test.ts'),
          status: 'failed',
          message: '',
          assertionResults: [
            { fullName: 'a run ends', status: 'passed', failureMessages: [] },
            {
              fullName: 'a run begins',
              status: 'failed',
              failureMessages: [
                '\u001b[31mAssertionError: expected 1 to be 2\u001b[0m\n    at run.test.ts:3',
              ],
            },
          ],
        },
      ],
    };
    expect(failedInVitest(report)).toEqual([
      { test: 'server/run.test.ts › a run begins', why: 'AssertionError: expected 1 to be 2' },
    ]);
  });

  it('names a file that did not load', () => {
    const file = {
      name: resolve('a.test.ts'),
      status: 'failed',
      message: 'no such module',
      assertionResults: [],
    };
    expect(failedInVitest({ testResults: [file] })).toEqual([{ test: 'a.test.ts', why: 'no such module' }]);
  });

  it('finds them in what Playwright reports, however deep they stand', () => {
    const spec = (title: string, ok: boolean, message?: string) => ({
      title,
      file: 'run.spec.ts',
      ok,
      tests: [{ results: [message === undefined ? {} : { error: { message } }] }],
    });
    const report = {
      suites: [
        {
          specs: [spec('runs', true)],
          suites: [{ specs: [spec('stops', false, 'Timeout\nmore')] }],
        },
      ],
      errors: [{ message: 'the server did not start' }],
    };
    expect(failedInPlaywright(report)).toEqual([
      { test: 'e2e/run.spec.ts › stops', why: 'Timeout' },
      { test: 'outside of any test', why: 'the server did not start' },
    ]);
  });

  it('says so where a failure has no reason', () => {
    const spec = { title: 'runs', file: 'run.spec.ts', ok: false, tests: [] };
    expect(failedInPlaywright({ suites: [{ specs: [spec] }] })[0]?.why).toBe('no reason was reported');
  });

  it('says in words what Vitest reports of a test that took too long', () => {
    const test = {
      fullName: 'waits',
      status: 'failed',
      failureMessages: ['Error: STACK_TRACE_ERROR\n    at task'],
    };
    const file = { name: resolve('a.test.ts'), status: 'failed', assertionResults: [test] };
    expect(failedInVitest({ testResults: [file] })[0]?.why).toBe('it took longer than its time limit');
  });

  it('finds none where all is well', () => {
    expect(failedInVitest({ testResults: [] })).toEqual([]);
    expect(failedInPlaywright({ suites: [], errors: [] })).toEqual([]);
  });
});
