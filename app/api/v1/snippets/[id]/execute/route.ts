import type { WholeSnippet } from '#prisma/snippets.ts';
import { type ExecuteRequest, restLimits } from '#protocol/execute.ts';
import { Refused } from '#protocol/problem.ts';
import { SnippetExecuteRequest } from '#protocol/snippet.ts';
import { readWebConfig } from '../../../../../config.ts';
import { answer } from '../../../../answer.ts';
import { readJson } from '../../../../body.ts';
import { credentials } from '../../../../credentials.ts';
import { execute } from '../../../../execution.ts';
import { type NamedRoute, namedSnippetToRun } from '../../../../named-snippet.ts';

export function POST(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, () => executeNamed(request, route));
}

async function executeNamed(request: Request, route: NamedRoute): Promise<Response> {
  const snippet = await namedSnippetToRun(route);
  const overrides = SnippetExecuteRequest.parse((await readJson(request)) ?? {});
  const program = programOf(snippet, overrides);
  const server = { url: readWebConfig().EXECUTION_URL, credentials: await credentials(request) };
  return await execute(program, server, request.signal);
}

function programOf(snippet: WholeSnippet, { tests, ...overrides }: SnippetExecuteRequest): ExecuteRequest {
  const { language, code, files, entry, stdin, args, env } = snippet;
  const program = { language, code, files, stdin, args, env, ...(entry === undefined ? {} : { entry }) };
  return { ...program, ...overrides, ...(tests === true ? { tests: savedTests(snippet) } : {}) };
}

function savedTests({ tests }: WholeSnippet): ExecuteRequest['tests'] {
  if (tests.length === 0) {
    const message = 'This snippet has no tests.';
    throw new Refused({ code: 'invalid_request', message, field: 'tests' });
  }
  return tests.map((test) => ({ ...test, limits: restLimits(test.limits) }));
}
