import type { WholeSnippet } from '#prisma/snippet-view.ts';
import { openWhole } from '#prisma/snippets.ts';
import { type ExecuteRequest, restLimits } from '#protocol/execute.ts';
import { Refused } from '#protocol/problem.ts';
import { SnippetExecuteRequest } from '#protocol/snippet.ts';
import { readWebConfig } from '../../../../../config.ts';
import { answer } from '../../../../answer.ts';
import { readJson } from '../../../../body.ts';
import { credentials } from '../../../../credentials.ts';
import { execute } from '../../../../execution.ts';
import { refusalWithoutTests } from '../../../../hide-tests.ts';
import { editTokenOf, type NamedRoute, nameIn } from '../../../../named-snippet.ts';

export function POST(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, () => executeNamed(request, route));
}

async function executeNamed(request: Request, route: NamedRoute): Promise<Response> {
  const name = await nameIn(route);
  const overrides = SnippetExecuteRequest.parse((await readJson(request)) ?? {});
  const { snippet, isOwner } = await openWhole(name, editTokenOf(request));
  const program = programOf(snippet, overrides);
  const server = { url: readWebConfig().EXECUTION_URL, credentials: await credentials(request) };
  const answered = await execute(program, server, request.signal);
  return isOwner || overrides.tests !== true ? answered : await refusalWithoutTests(answered);
}

function programOf(snippet: WholeSnippet, { tests, ...overrides }: SnippetExecuteRequest): ExecuteRequest {
  const { language, code, files, entry, stdin, args, env } = snippet;
  const program = { language, code, files, stdin, args, env, ...(entry === undefined ? {} : { entry }) };
  return { ...program, ...overrides, ...testsOf(snippet, tests) };
}

/** The saved tests, those that are given in their place, or none. */
function testsOf(snippet: WholeSnippet, wish: SnippetExecuteRequest['tests']): Pick<ExecuteRequest, 'tests'> {
  if (wish === undefined || wish === false) return {};
  const tests = wish === true ? snippet.tests : wish;
  if (tests.length === 0) {
    const message = wish === true ? 'This snippet has no tests.' : 'tests must hold one at least.';
    throw new Refused({ code: 'invalid_request', message, field: 'tests' });
  }
  return { tests: tests.map((test) => ({ ...test, limits: restLimits(test.limits) })) };
}
