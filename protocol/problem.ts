import { z } from 'zod';
import { wordsOfIssue } from './issue-words.ts';

/** Why something was refused or failed, said the same way at every door. Never a stack trace. */
export const ProblemCode = z.enum([
  'invalid_request',
  'invalid_json',
  'unsupported_media_type',
  'unauthorized',
  'too_large',
  'unknown_language',
  'language_not_ready',
  'origin_refused',
  'not_found',
  'method_not_allowed',
  'not_yours',
  'conflict',
  'gone',
  'precondition_failed',
  'queue_full',
  'rate_limited',
  'shutting_down',
  'platform_fault',
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

export const Problem = z.object({
  code: ProblemCode,
  message: z.string(),
  /** The field that is wrong, as a path: `files.0.path`. */
  field: z.string().optional(),
  /** Near matches of an unknown name. */
  suggestions: z.array(z.string()).optional(),
  /** Seconds to wait before trying again. */
  retryAfter: z.number().int().optional(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

export const ProblemAnswer = z.object({ success: z.literal(false), error: Problem });
export type ProblemAnswer = z.infer<typeof ProblemAnswer>;

/** How each problem is said over HTTP. */
export const problemStatus: Readonly<Record<ProblemCode, number>> = {
  invalid_request: 400,
  invalid_json: 400,
  unsupported_media_type: 415,
  unauthorized: 401,
  too_large: 413,
  unknown_language: 404,
  language_not_ready: 503,
  origin_refused: 403,
  not_found: 404,
  method_not_allowed: 405,
  not_yours: 403,
  conflict: 409,
  gone: 410,
  precondition_failed: 412,
  queue_full: 503,
  rate_limited: 429,
  shutting_down: 503,
  platform_fault: 500,
};

/** A request is turned down, for a reason that its sender may know. */
export class Refused extends Error {
  override readonly name: string = 'Refused';

  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** The first thing that is wrong, with its field; what is too large says so with its own code. */
export function invalidFields(error: z.ZodError): Problem {
  const issue = error.issues[0];
  const field = issue?.path.join('.') ?? '';
  const message = issue === undefined ? 'The request is not valid.' : wordsOfIssue(issue);
  const tooLarge = issue?.code === 'custom' && issue.params?.['tooLarge'] === true;
  return { code: tooLarge ? 'too_large' : 'invalid_request', message, ...(field === '' ? {} : { field }) };
}
