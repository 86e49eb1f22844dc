import { SnippetExecuteRequest } from '#protocol/snippet.ts';
import { readWebConfig } from '../../../../../config.ts';
import { answer } from '../../../../answer.ts';
import { readJson } from '../../../../body.ts';
import { execute } from '../../../../execution.ts';
import { type NamedRoute, namedSnippet } from '../../../../named-snippet.ts';

export function POST(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, () => executeNamed(request, route));
}

async function executeNamed(request: Request, route: NamedRoute): Promise<Response> {
  const { language, code, files, entry, stdin, args, env } = await namedSnippet(route);
  const overrides = SnippetExecuteRequest.parse((await readJson(request)) ?? {});
  const program = { language, code, files, stdin, args, env, ...(entry === undefined ? {} : { entry }) };
  return await execute({ ...program, ...overrides }, { url: readWebConfig().EXECUTION_URL }, request.signal);
}
