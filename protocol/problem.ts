import { z } from 'zod';

/** Why something was refused or failed, said the same way at every door. Never a stack trace. */
export const ProblemCode = z.enum([
  'invalid_request',
  'invalid_json',
  'unsupported_media_type',
  'too_large',
  'unknown_language',
  'language_not_ready',
  'origin_refused',
  'not_found',
  'not_yours',
  'conflict',
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
