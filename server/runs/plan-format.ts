import type { RunRequest } from '#protocol/run-request.ts';
import { defaultSpec, type PlannableLanguage, planRun, type RunPlan } from './plan.ts';
import { RunRefused } from './refused.ts';

/**
 * Pure: has the language's formatter read the request's code on stdin, in the sandbox that a run of the language takes.
 * Throws `RunRefused` where there is no formatter.
 */
export function planFormat(request: RunRequest, language: PlannableLanguage): RunPlan {
  const { formatter, id } = language;
  if (formatter === undefined) {
    const message = `There is no formatter for ${id}. /languages says which languages have one.`;
    throw new RunRefused({ code: 'invalid_request', message, field: 'language' });
  }
  const formatting = {
    ...language,
    run: formatter.command,
    compile: undefined,
    boot: undefined,
    diagnostics: undefined,
  };
  return { ...planRun({ ...request, stdin: request.code ?? '' }, formatting), spec: defaultSpec(language) };
}
