import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExecuteAnswer } from '#protocol/execute.ts';
import type { RunEvent } from '#protocol/run-event.ts';
import { readCore } from '../languages/core.ts';
import { type FaultyProgram, readFaultyPrograms } from '../languages/diagnostics.ts';
import type { DiagnosticRule } from './languages/diagnostic-rule.ts';
import { DiagnosticRules } from './languages/diagnostic-rules.ts';
import { Diagnostics } from './runs/diagnostics.ts';
import { TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.startReady();
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
});

interface Faulty extends FaultyProgram {
  readonly id: string;
}

const answers = new Map<Faulty, Promise<ExecuteAnswer>>();

function answerTo(program: Faulty): Promise<ExecuteAnswer> {
  const { id, files, entry } = program;
  const answer =
    answers.get(program) ?? server.execute({ language: id, files, entry }).then((it) => it.json());
  answers.set(program, answer);
  return answer;
}

/** Whether the rule, were it the only one, would tell something that must be told of the program. */
async function findsExpected(rule: DiagnosticRule, program: Faulty): Promise<boolean> {
  const { phase, stream } = rule;
  const answer = await answerTo(program);
  const printed = (phase === 'compile' ? answer.compile : answer)?.[stream] ?? '';
  const rules = new DiagnosticRules([rule]);
  const paths = program.files.map(({ path }) => path);
  const diagnostics = new Diagnostics({ rules, phase, hasTerminal: false, isTest: false, paths });
  const told = [...diagnostics.take(stream, Buffer.from(printed)), ...diagnostics.finish()];
  return told.some(({ type, ...diagnostic }) =>
    program.expected.some((expected) => isDeepStrictEqual(expected, diagnostic)),
  );
}

describe('what real compilers and interpreters say of faulty programs', async () => {
  const languages = await Promise.all(
    (await readCore('languages')).map(async ({ id, manifest, folder }) => {
      const programs = await readFaultyPrograms({ manifest, folder });
      return { id, rules: manifest.diagnostics, programs: programs.map((program) => ({ id, ...program })) };
    }),
  );

  test.each(languages.flatMap(({ programs }) => programs))('$id: $name', async (program) => {
    expect((await answerTo(program)).diagnostics).toEqual(program.expected);
  });

  test.each(languages)(
    '$id: each rule finds what is expected of one of them',
    async ({ rules, programs }) => {
      for (const rule of rules) {
        const found = await Promise.all(programs.map((program) => findsExpected(rule, program)));
        expect([rule.lines, found.includes(true)]).toEqual([rule.lines, true]);
      }
    },
  );
});

test('bytes as base64 hide nothing from those who look for diagnostics', async () => {
  const request = { language: 'python', code: 'x = (', output_encoding: 'base64' };
  expect((await (await server.execute(request)).json()).diagnostics).toMatchObject([
    { file: 'main.py', line: 1, message: "SyntaxError: '(' was never closed" },
  ]);
});

test('a warning comes while the program still runs, after the line that says it', async () => {
  const code = 'import time, warnings\nwarnings.warn("early")\ntime.sleep(0.5)\nprint("late")';
  const answer = await server.execute(
    { language: 'python', code },
    { headers: { Accept: 'application/x-ndjson' } },
  );
  const lines = (await answer.text()).trim().split('\n');
  const events = lines.map((line): RunEvent => JSON.parse(line));
  const place = (isIt: (event: RunEvent) => boolean) => events.findIndex(isIt);
  const said = place((event) => event.type === 'output' && event.data.includes('early'));
  const told = place((event) => event.type === 'diagnostic');
  const late = place((event) => event.type === 'output' && event.data.includes('late'));
  expect(events[told]).toMatchObject({ file: 'main.py', line: 2, severity: 'warning', phase: 'run' });
  expect([said, told, late]).toEqual([said, told, late].toSorted((one, other) => one - other));
  expect(said).toBeGreaterThan(-1);
});
