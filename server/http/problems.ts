import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { invalidFields, type Problem, problemStatus, Refused } from '#protocol/problem.ts';

const fastifyCodes: Readonly<Record<string, Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'too_large', message: 'The body is too large.' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'unsupported_media_type',
    message: 'Send the body as application/json.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    code: 'invalid_json',
    message: 'The body is empty; it must be a JSON object.',
  },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'invalid_json', message: 'The body is not valid JSON.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: 'invalid_request',
    message: 'Content-Length does not fit the body.',
  },
};

/** The one place where a refusal or a fault becomes an HTTP answer. A fault's inner text stays in the log. */
export function answerProblem(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const problem = problemOf(error);
  if (problem.code === 'platform_fault') request.log.error({ err: error }, 'request failed');
  sendProblem(reply, { ...problem, requestId: request.id });
}

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  if (problem.retryAfter !== undefined) reply.header('Retry-After', problem.retryAfter);
  if (problem.code === 'unauthorized') reply.header('WWW-Authenticate', 'Bearer realm="bugdrill"');
  reply.code(problemStatus[problem.code]).send({ success: false, error: problem });
}

function problemOf(error: FastifyError | Error): Problem {
  if (error instanceof Refused) return error.problem;
  if (error instanceof z.ZodError) return invalidFields(error);
  if ('code' in error && typeof error.code === 'string') {
    const known = fastifyCodes[error.code];
    if (known !== undefined) return known;
  }
  if (error instanceof SyntaxError) return { code: 'invalid_json', message: 'The body is not valid JSON.' };
  if ('statusCode' in error && error.statusCode !== undefined && error.statusCode < 500) {
    return { code: 'invalid_request', message: 'The request is not valid HTTP for this address.' };
  }
  return { code: 'platform_fault', message: 'The server failed. This is not your request’s doing.' };
}
